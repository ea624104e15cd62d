// A page with nothing on it, for code of the app that runs outside a browser. In JavaScript because jsdom has no types here.
import { JSDOM } from 'jsdom';

/**
 * @param {string} url where the page stands
 * @returns {Window}
 */
export function emptyPage(url) {
  return new JSDOM('<!doctype html><title></title>', { url }).window;
}
