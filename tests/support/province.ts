import { readProvince } from '../../tools/province-plugin.ts';

/** The province whose app was built: that of PROVINCE, else Tây Ninh. Journeys take its names from here. */
export const province = readProvince(process.env.PROVINCE ?? 'tay-ninh');
