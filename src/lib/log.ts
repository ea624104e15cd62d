/** Notes for developers (Zalo's in-app console shows them); never tokens, names, numbers or answers. */
export function note(what: string, detail?: unknown): void {
  const plain = detail instanceof Error ? `${detail.name}: ${detail.message}` : detail;
  console.warn(`[app] ${what}`, plain ?? '');
}
