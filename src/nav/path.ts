type ParamNames<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

type Given<Pattern extends string, Query extends string> = Record<ParamNames<Pattern>, string> &
  Partial<Record<Query, string | undefined>>;

type Arguments<Pattern extends string, Query extends string> = [ParamNames<Pattern>] extends [never]
  ? [given?: Given<Pattern, Query>]
  : [given: Given<Pattern, Query>];

/** What is known of any path: enough to recognise it. */
export interface AnyPath {
  readonly pattern: string;
  readonly query: readonly string[];
}

/** One path of the app: call it to write a link, read `pattern` and `query` to recognise one. */
export interface AppPath<Pattern extends string, Query extends string> extends AnyPath {
  (...given: Arguments<Pattern, Query>): string;
  readonly pattern: Pattern;
  /** The query keys this path understands; all others are dropped from links that come in. */
  readonly query: readonly Query[];
}

export type PathParams<Path extends AnyPath> = Record<ParamNames<Path['pattern']>, string>;
export type PathQuery<Path extends AnyPath> = Readonly<Partial<Record<Path['query'][number], string>>>;

export function definePath<const Pattern extends string, const Query extends string = never>(
  pattern: Pattern,
  query: readonly Query[] = [],
): AppPath<Pattern, Query> {
  const write = (given: Partial<Record<string, string>> = {}): string => {
    const path = pattern.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(given[name] ?? ''));
    const search = new URLSearchParams();
    for (const key of query) {
      const value = given[key];
      if (value !== undefined && value !== '') search.set(key, value);
    }
    const text = search.toString();
    return text === '' ? path : `${path}?${text}`;
  };
  return Object.assign(write, { pattern, query });
}
