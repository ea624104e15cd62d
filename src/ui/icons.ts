// Line icons on a 24 grid, as path data; drawn by Icon. Those of home and the shell are here, so that home waits for no others.
export const backIcon = 'M14.5 5.5L8 12l6.5 6.5';
export const chevronIcon = 'M9.5 5.5L16 12l-6.5 6.5';
export const searchIcon = 'M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0zM16 16l4.5 4.5';
export const warningIcon = 'M12 3.5L22 20.5H2zM12 10v5M12 17.7v.1';
export const flagIcon = 'M6 21V4h12l-2.6 4.3L18 12.6H6';
export const submitIcon = 'M6 3.5h8.5L18.5 8v6M6 3.5v17h6M14 3.5V8h4.5M9 12h5M18 21v-4.5M15.8 18.4L18 16.2l2.2 2.2';
export const homeIcon = 'M3.5 11.2L12 4l8.5 7.2M5.5 9.8V20h13V9.8M10 20v-5.5h4V20';
export const folderIcon = 'M3.5 18.5v-13h6l2 2.5h9v10.5zM8 13h8';
export const personIcon = 'M8 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6';
export const bellIcon = 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4';
export const okCircleIcon = 'M3.2 12a8.8 8.8 0 1 0 17.6 0a8.8 8.8 0 1 0 -17.6 0zM8 12.3l2.8 2.8L16.2 9.5';
export const phoneIcon =
  'M5 4h4l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5l1.5-2.5 5 1.5v4c0 .8-.7 1.5-1.5 1.5C10.5 20 4 13.5 3.5 5.5 3.5 4.7 4.2 4 5 4z';
export const againIcon = 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 3.5V8H15';
export const offlineIcon =
  'M3 9.5A13 13 0 0 1 8 6.5M12 5.6c3.4 0 6.6 1.4 9 3.9M6 13a8.5 8.5 0 0 1 4.5-2.3M15.5 11.5A8.5 8.5 0 0 1 18 13M9.3 16.3a4 4 0 0 1 5.4 0M12 19.3v.1M4 3.5l16 17';
export const alertIcon = 'M3.2 12a8.8 8.8 0 1 0 17.6 0a8.8 8.8 0 1 0 -17.6 0zM12 7.5v5.5M12 16.2v.1';
export const infoIcon = 'M3.2 12a8.8 8.8 0 1 0 17.6 0a8.8 8.8 0 1 0 -17.6 0zM12 11v5.5M12 7.8v.1';
export const lettersIcon = 'M3 19L8.5 5.5 14 19M5 14.5h7M14.5 19l3.2-8 3.3 8M15.5 16.5h4.5';
export const speakIcon = 'M4 10v4.5h3.5L17 19V5.5L7.5 10zM7.5 14.5L9 20h2.5l-1.2-4.3M20 10.5v3.5';
export const tvIcon = 'M3.5 7.5h17v11.5h-17zM8 3.5l4 4 4-4M8 21.5h8';
export const newsIcon =
  'M4 5h13v14.5h-11a2 2 0 0 1 -2 -2zM17 9h3.5v8.5a2 2 0 0 1 -2 2h-2M7.5 9h6M7.5 12.5h6M7.5 16h3.5';
export const paperIcon = 'M6 3.5h8.5L18.5 8v12.5H6zM14 3.5V8h4.5';
export {
  cardIcon,
  clockIcon,
  tickIcon,
  crossIcon,
  shieldIcon,
  pencilIcon,
  lockIcon,
  moneyIcon,
  officeIcon,
  placeIcon,
  cameraIcon,
  uploadIcon,
  hourglassIcon,
  plusIcon,
  trashIcon,
  linkIcon,
  qrIcon,
  mapIcon,
  listIcon,
  followIcon,
  shopIcon,
  playIcon,
  pauseIcon,
} from './more-icons';
export const findIcon =
  'M6 20.5V3.5h8.5L18.5 8v3M14 3.5V8h4.5M6 20.5h4M12 16a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0zM18.3 18.8l2.4 2.4';
export const askIcon = 'M4 5h16v11h-9l-4.5 4v-4H4zM9.8 9.2a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M12 14.2v.1';
export const calendarIcon = 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7M9 15.2l2.2 2.2L15.5 13';
