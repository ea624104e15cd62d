/** Attributes by which elements load things. */
const LOADING = new Set(['src', 'poster', 'srcset']);

/** Makes pictures, sounds and frames load from where `rewrite` says; the page's own markup stays as the app wrote it. */
export function installElementRewriting(rewrite: (url: string) => string): void {
  const rewriteValue = (name: string, value: string): string =>
    name === 'srcset' ? value.replace(/[^\s,]+:\/\/[^\s,]+/g, rewrite) : rewrite(value);

  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name: string, value: string): void {
    setAttribute.call(this, name, LOADING.has(name) ? rewriteValue(name, String(value)) : value);
  };

  const prototypes = [HTMLImageElement, HTMLMediaElement, HTMLSourceElement, HTMLIFrameElement, HTMLVideoElement];
  for (const { prototype } of prototypes) {
    for (const name of LOADING) {
      const own = Object.getOwnPropertyDescriptor(prototype, name);
      const write = own?.set;
      if (own === undefined || write === undefined) continue;
      Object.defineProperty(prototype, name, {
        ...own,
        set(this: HTMLElement, value: string) {
          write.call(this, rewriteValue(name, String(value)));
        },
      });
    }
  }

  // Markup set as text (news articles) brings elements whose attributes nobody "set".
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const element of [node, ...node.querySelectorAll('[src],[srcset],[poster]')]) {
          for (const name of LOADING) {
            const value = element.getAttribute(name);
            if (value !== null && rewriteValue(name, value) !== value) element.setAttribute(name, value);
          }
        }
      }
    }
  }).observe(document, { childList: true, subtree: true });
}
