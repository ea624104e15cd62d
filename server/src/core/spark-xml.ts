/** What one thing in a list is called; the list is called by the key. */
const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

// What XML 1.0 cannot hold, not even escaped.
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

function element(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return `<${name}/>`;
  if (Array.isArray(value)) {
    const item = itemNames[name];
    if (item === undefined) throw new Error(`spark-xml: what is one of ${name} called?`);
    return `<${name}>${value.map((one) => element(item, one)).join('')}</${name}>`;
  }
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([key, part]) => element(key, part));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  return `<${name}>${escaped(typeof value === 'string' ? value : JSON.stringify(value))}</${name}>`;
}

/** JSON as XML by the Spark convention, which Open311 prescribes; `root` is the name JSON leaves out. */
export function sparkXml(root: string, value: unknown): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}
