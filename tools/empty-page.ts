import { JSDOM } from 'jsdom';

/** A page with nothing on it at that address, for code of the app that runs outside a browser. */
export const emptyPage = (url: string): Window => new JSDOM('<!doctype html><title></title>', { url }).window;
