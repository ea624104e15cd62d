/**
 * The last thing every log line passes. Whatever slipped into a message, tokens, phones and identity numbers do not reach
 * the log. Nobody should rely on it: names and answers are kept out by not being logged at all.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 •••'],
  [
    /("?(?:access_?token|refresh_?token|phone_?token|id_?token|secret(?:_?key)?|appsecret_proof|authorization|cookie|password|verifier|ticket|code_verifier|token)"?\s*[:=]\s*)("[^"]*"|[^\s,;&"}]+)/gi,
    '$1"•••"',
  ],
  // Query strings: the identity routes carry codes there.
  [/(\/[\w./-]*)\?[^\s"\\]+/g, '$1?•••'],
  // base64url of 32 bytes or longer: our own tokens and codes.
  [/(?<![\w-])[\w-]{43,}(?![\w-])/g, '•••'],
  // Identity numbers, also grouped as they are printed on the card.
  [/(?<!\d)(?<!\d\.)\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)/g, '••••••••••••'],
  // Phones: 0987654321, +84 987 654 321, 0987.654.321.
  [/(?<!\d)(?<!\d\.)(?:\+?84[ .-]?|0)\d{2,3}[ .-]?\d{3}[ .-]?\d{3,4}(?!\d)/g, '•••••••••'],
];

/** The same text without tokens, phones, identity numbers and query strings. */
export function redactText(text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}
