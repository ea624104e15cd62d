const throwing = (what: unknown) => () => {
  // The SDK and the phone's own half throw all kinds of things.
  throw what;
};

/** What Zalo's SDK may do instead of what its types say. */
export const wrongAnswers: readonly (readonly [what: string, behave: () => unknown])[] = [
  ['undefined', () => undefined],
  ['null', () => null],
  ['a number', () => 7],
  ['true', () => true],
  ['an empty text', () => ''],
  ['a text', () => 'ok'],
  ['a list', () => []],
  ['an empty object', () => ({})],
  ['fields of null', () => ({ token: null, content: null, orderId: null, status: null, resultCode: null })],
  [
    'fields of wrong types',
    () => ({ token: 7, content: [], orderId: {}, status: 'no', resultCode: '1', currentSize: 'x' }),
  ],
  ['fields that are empty', () => ({ token: '', content: '', orderId: '', 'scope.userPhonenumber': 'yes' })],
  ['something huge', () => ({ token: 'x'.repeat(1e6), content: 'x'.repeat(1e6), orderId: 'x'.repeat(1e6) })],
  ['a web page', () => '<html>502</html>'],
  ['silence', () => new Promise(() => undefined)],
  ['a thrown text', throwing('broken')],
  ['a thrown undefined', throwing(undefined)],
  ['a thrown null', throwing(null)],
  ['a thrown number', throwing(-1408)],
  ['a thrown mistake of its own', throwing(new TypeError('x is not a function'))],
  ['a code as text', throwing({ code: '-201' })],
  ['a code nobody knows', throwing({ code: 123456, message: { a: 1 } })],
  ['a frozen nothing', throwing(Object.freeze(Object.create(null)))],
];
