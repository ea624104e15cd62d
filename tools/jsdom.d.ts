/** As much of jsdom as the tools use; the package brings no types. */
declare module 'jsdom' {
  export class VirtualConsole {
    on(event: 'jsdomError', listener: (error: Error) => void): this;
  }

  interface JSDOMOptions {
    url?: string;
    runScripts?: 'outside-only';
    pretendToBeVisual?: boolean;
    virtualConsole?: VirtualConsole;
  }

  export class JSDOM {
    constructor(html: string, options?: JSDOMOptions);
    readonly window: Window & { eval: (code: string) => unknown };
  }
}
