import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { refusedSyntax, roomBlocks } from './tools/lint-rules.mjs';

const configs = ['*.config.{ts,js}', '*.mjs', '.*.mjs', 'tools/doors-resolve.mjs'];
/** Here a default export is asked for by others. */
const setups = ['tests/support/build-once.ts', '**/*.d.ts'];
const tests = ['**/*.test.{ts,tsx}', 'tests/**/*.ts'];

export default tseslint.config(
  { ignores: ['www', '.*/**', 'node_modules', 'contract/generated', 'coverage', 'test-results', 'playwright-report'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `return send(…)` where nothing is returned reads well, and does no harm.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // What came over a line is not always what its type says.
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Doors hand out objects of functions, and taking one apart is how they are used.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // React does not wait for what a handler returns, and does not need to.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Handlers and drivers are async by their type, whether or not this one has something to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true },
      ],
      // `query<Row>(…)` names the shape of what comes back where it is asked for.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': refusedSyntax(),
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': refusedSyntax({ inApp: true }),
      'no-restricted-globals': ['error', 'process', 'Buffer', 'global', '__dirname', 'require'],
    },
  },
  {
    files: ['src/**/*-screen.tsx'],
    rules: { 'no-restricted-syntax': refusedSyntax({ inApp: true, defaultExport: true }) },
  },
  // The second draws nothing but what the build put into it.
  {
    files: ['src/ui/safe-html.tsx', 'src/app/first-picture.ts'],
    rules: { 'no-restricted-syntax': refusedSyntax({ inApp: true, rawHtml: true }) },
  },
  ...roomBlocks,
  {
    files: tests,
    rules: {
      // Bodies of responses are read as they come; the assertion is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // A component in a test may tell the test what it saw.
  { files: ['**/*.test.tsx'], rules: { 'react-hooks/globals': 'off' } },
  { files: setups, rules: { 'no-restricted-syntax': refusedSyntax({ defaultExport: true }) } },
  {
    files: ['**/*.{js,mjs}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': refusedSyntax({ defaultExport: true }),
      'no-undef': 'off',
    },
  },
  {
    files: configs,
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': refusedSyntax({ defaultExport: true }) },
  },
);
