/** The page that holds the phone; everything in it is drawn by the script. */
export const phonePage = (script: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Điện thoại mô phỏng</title><link rel="icon" href="data:,"></head>
<body><script>${script.replace(/<\/script/gi, '<\\/script')}</script></body></html>`;
