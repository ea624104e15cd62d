import forms from './forms.css?inline';
import pictures from './pictures.css?inline';
import reading from './reading.css?inline';

/**
 * Styles of everything but home: half of all CSS, which home should not wait for. A second CSS file is no way out:
 * Zalo's loader fetches every listed file before the app starts, and Vite lists them all.
 */
const sheet = document.createElement('style');
sheet.textContent = forms + reading + pictures;
document.head.append(sheet);
