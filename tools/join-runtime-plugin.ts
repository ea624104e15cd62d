import type { Plugin, Rolldown } from 'vite';

const importOf = /import\{([^}]*)\}from"\.\/([^"]*)";?/g;

/** `{a as b,c as d}` of a minified import or export: pairs of what stands before and after "as". */
const pairsOf = (names: string): [string, string][] =>
  names.split(',').map((name) => {
    const [before = '', after = before] = name.split(' as ');
    return [before, after];
  });

const inBase = (name: string): string => `runtime_${name}`;

/**
 * The bundler keeps its own 0.4 KB in a file that cannot be given to another group. Every file needs the base file first
 * anyway, so it goes there: a request less before home. Fails when what the bundler writes no longer looks as it did.
 */
export function joinRuntimePlugin(): Plugin {
  return {
    name: 'join-runtime',
    apply: 'build',
    // After Vite has written what a file brings along, before Zalo's plugin lists the files.
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((item): item is Rolldown.OutputChunk => item.type === 'chunk');
      const [runtime, base] = ['rolldown-runtime', 'base'].map((name) => chunks.find((chunk) => chunk.name === name));
      if (runtime === undefined || base === undefined) throw new Error('No file of the bundler, or no base file');
      const [, defines, given] = /^(.*);?export\{([^}]*)\};?\s*$/s.exec(runtime.code) ?? [];
      if (defines === undefined || given === undefined) throw new Error('The file of the bundler has another form');
      const exports = pairsOf(given);
      const nameOf = (fileName: string): string => fileName.slice(fileName.lastIndexOf('/') + 1);

      for (const chunk of chunks.filter(({ imports }) => imports.includes(runtime.fileName))) {
        const code = chunk.code.replace(importOf, (statement, names: string, from: string) => {
          if (from !== nameOf(runtime.fileName)) return statement;
          if (chunk !== base) {
            const taken = pairsOf(names).map(([name, as]) => `${inBase(name)} as ${as}`);
            return `import{${taken.join(',')}}from"./${nameOf(base.fileName)}";`;
          }
          const here = pairsOf(names).map(([name, as]) => `${as}=${inBase(name)}`);
          const all = exports.map(([, name]) => inBase(name)).join(',');
          const values = exports.map(([value]) => value).join(',');
          return `const[${all}]=(()=>{${defines};return[${values}]})(),${here.join(',')};export{${all}};`;
        });
        if (code === chunk.code) throw new Error(`${chunk.fileName} takes the bundler's file in another form`);
        chunk.code = code;
        chunk.imports = [...new Set(chunk.imports.map((file) => (file === runtime.fileName ? base.fileName : file)))];
      }
      base.imports = base.imports.filter((file) => file !== base.fileName);
      for (const chunk of chunks) chunk.code = chunk.code.replaceAll(nameOf(runtime.fileName), nameOf(base.fileName));
      Reflect.deleteProperty(bundle, runtime.fileName);
    },
  };
}
