// The table of rooms: who may lean on whom, through which doors, and which package belongs to which room.
// dependency-cruiser (the law, .dependency-cruiser.mjs) and ESLint (the courtesy in the editor) both read it.

/** Rooms of the mini app and the rooms each may lean on. What is not written is forbidden. */
export const rooms = {
  lib: [],
  config: ['lib'],
  nav: ['lib'],
  zalo: ['lib', 'config'],
  api: ['lib', 'config'],
  auth: ['lib', 'config', 'zalo', 'api'],
  offline: ['lib', 'config', 'zalo', 'api'],
  ui: ['lib', 'config'],
  forms: ['lib', 'config', 'ui'],
  pages: ['lib', 'config', 'nav', 'zalo', 'api', 'auth', 'offline', 'ui', 'forms'],
  app: ['lib', 'config', 'nav', 'zalo', 'api', 'auth', 'offline', 'ui', 'forms', 'pages'],
};

/** Single files at the top of src/ and what they may lean on. */
export const topFiles = {
  'page-module.ts': ['lib', 'config', 'nav', 'zalo', 'api', 'auth', 'offline', 'forms'],
  'main.tsx': Object.keys(rooms).filter((room) => room !== 'pages'),
};

/** The files through which a room is entered, as regular expressions. A room without a line has no door. */
export const doors = {
  lib: '^src/lib/[^/]+[.]ts$',
  ui: '^src/ui/[^/]+[.]tsx?$',
  config: '^src/config/index[.]ts$',
  nav: '^src/nav/index[.]ts$',
  zalo: '^src/zalo/index[.]ts$',
  api: '^src/api/index[.]ts$',
  auth: '^src/auth/index[.]ts$',
  offline: '^src/offline/index[.]ts$',
  forms: '^src/forms/index[.]ts$',
  // The application sees of a page module only its manifest.
  pages: '^src/pages/[^/]+/module[.]tsx?$',
  // The boot file composes; the table is a door of its own for tests and generators.
  app: '^src/app/[^/]+[.]tsx?$',
};

/** How a door is written in an import. */
export const doorNames = {
  lib: '#lib/*',
  ui: '#ui/*',
  config: '#config',
  nav: '#nav',
  zalo: '#zalo',
  api: '#api',
  auth: '#auth',
  offline: '#offline',
  forms: '#forms',
};

/** Packages that only these rooms may import. Tests beside the code are free to. */
export const packages = {
  'zmp-sdk': ['zalo'],
  'zmp-ui': ['ui', 'app'],
  recoil: ['auth', 'offline', 'app'],
  'react-router-dom': ['app', 'nav'],
  '@tanstack/react-query': ['api'],
  'openapi-fetch': ['api'],
  'tus-js-client': ['offline'],
  qrcode: ['ui'],
  leaflet: ['ui'],
  'hls.js': ['pages'],
  'react-hook-form': ['forms', 'pages'],
  'react-dom': ['app', 'ui', 'main.tsx'],
  '@dvc/contract': ['api', 'auth', 'offline', 'forms', 'pages', 'app', 'page-module.ts'],
};

/** Rooms that must work without React. */
export const withoutReact = ['lib', 'config'];

/** The parts of the repository beside src/, and what each may lean on. */
export const parts = {
  contract: [],
  server: ['contract'],
  emulator: ['contract'],
};
