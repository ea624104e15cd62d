// Icons that only inner screens use; imported through #ui/icons.
export const cardIcon =
  'M5 5.5h14a2 2 0 0 1 2 2v9a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-9a2 2 0 0 1 2 -2zM6.5 11a2 2 0 1 0 4 0a2 2 0 1 0 -4 0zM5.7 15.5c.6-1.4 1.6-2 2.8-2s2.2.6 2.8 2M14 10h4M14 14h4';
export const clockIcon = 'M3.2 12a8.8 8.8 0 1 0 17.6 0a8.8 8.8 0 1 0 -17.6 0zM12 7v5.3l3.3 2';
export const tickIcon = 'M5 12.5l4.5 4.5L19 7.5';
export const crossIcon = 'M6 6l12 12M18 6L6 18';
export const shieldIcon = 'M12 3l8 3v5.5c0 4.8-3.2 8-8 9.5-4.8-1.5-8-4.7-8-9.5V6zM8.5 12l2.5 2.5L15.5 10';
export const pencilIcon = 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM14 6.5L17.5 10';
export const lockIcon =
  'M7 10.5h10a2 2 0 0 1 2 2v6a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-6a2 2 0 0 1 2 -2zM8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5';
export const moneyIcon =
  'M5 6.5h14a2 2 0 0 1 2 2v7.5a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-7.5a2 2 0 0 1 2 -2zM9.5 12.2a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0zM6.5 10v4.5M17.5 10v4.5';
export const officeIcon = 'M3 20.5h18M4.5 9.5L12 4l7.5 5.5zM6 9.5v8M10 9.5v8M14 9.5v8M18 9.5v8M4.5 17.5h15';
export const placeIcon =
  'M12 21.5c-4.5-4.7-6.8-8.3-6.8-11.3a6.8 6.8 0 0 1 13.6 0c0 3-2.3 6.6-6.8 11.3zM9.5 10a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z';
export const cameraIcon = 'M3.5 8h4l1.5-2.5h6L16.5 8h4v11.5h-17zM8.5 13.3a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z';
export const uploadIcon = 'M12 16V5M7.5 9.5L12 5l4.5 4.5M4.5 19.5h15';
export const hourglassIcon =
  'M6.5 3.5h11M6.5 20.5h11M8 3.5V7c0 2 4 3.5 4 5s-4 3-4 5v3.5M16 3.5V7c0 2-4 3.5-4 5s4 3 4 5v3.5';
export const plusIcon = 'M12 5v14M5 12h14';
export const trashIcon = 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5';
export const linkIcon =
  'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1';
export const shopIcon = 'M4.5 10.5v9h15v-9M3.5 10l2-5.5h13l2 5.5zM9.5 19.5V14h5v5.5';
export const qrIcon =
  'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM20 14v3M17.5 20H20M14 20v-1M7 6.9v.2M17 6.9v.2M7 16.9v.2';
export const mapIcon = 'M3.5 6.5l5.5-2.5 6 2.5 5.5-2.5v13.5L15 20l-6-2.5L3.5 20zM9 4v13.5M15 6.5V20';
export const listIcon = 'M8.5 6.5h12M8.5 12h12M8.5 17.5h12M4 6.5h.1M4 12h.1M4 17.5h.1';
export const followIcon = 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4M12 5V2.5';
export const playIcon = 'M7 4.5v15l12-7.5z';
export const pauseIcon = 'M8 5v14M16 5v14';
