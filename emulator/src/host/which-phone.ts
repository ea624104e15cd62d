const PARAMETER = /([?&])zalo_phone=([^&#]*)(&?)/;
const NAME = 'zalo-phone:';

/** Takes `zalo_phone=…` out of an address; everything else stays as it was written. */
export const withoutPhone = (search: string): string =>
  search.replace(PARAMETER, (_all, lead: string, _id: string, tail: string) => (tail === '' ? '' : lead));

/**
 * Which phone this document runs on. The first document of a frame is told in its address; the frame then remembers it in
 * its name, so that a reload or a full navigation by the app stays on the same phone.
 * @returns false when the page was written for another phone and is being asked for again.
 */
export function settleOnPhone(bootPhoneId: string): boolean {
  const { pathname, search, hash } = window.location;
  if (PARAMETER.test(search)) {
    window.name = NAME + bootPhoneId;
    history.replaceState(history.state, '', pathname + withoutPhone(search) + hash);
    return true;
  }
  const remembered = window.name.startsWith(NAME) ? window.name.slice(NAME.length) : null;
  if (remembered !== null && remembered !== bootPhoneId) {
    const again = `${search === '' ? '?' : `${search}&`}zalo_phone=${encodeURIComponent(remembered)}`;
    window.stop();
    window.location.replace(pathname + again + hash);
    return false;
  }
  window.name = NAME + bootPhoneId;
  return true;
}
