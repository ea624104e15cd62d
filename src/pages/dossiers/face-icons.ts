const head = 'M3.2 12a8.8 8.8 0 1 0 17.6 0a8.8 8.8 0 1 0 -17.6 0zM9 9.5v.6M15 9.5v.6';

/** Five faces from sad to glad, as line icons on the 24 grid. */
export const faceIcons: readonly string[] = [
  `${head}M8 16.8c1.6-2.6 6.4-2.6 8 0`,
  `${head}M8.5 16.2c1.6-1.4 5.4-1.4 7 0`,
  `${head}M8.5 15.5h7`,
  `${head}M8.5 14.8c1.6 1.5 5.4 1.5 7 0`,
  `${head}M7.8 14.2c1.6 3.4 6.8 3.4 8.4 0z`,
];
