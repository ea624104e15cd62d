import type { Schemas } from '@dvc/contract';

type Kind = Schemas['PlaceSummary']['kind'];

/** Vietnamese and English of every kind; one without words does not compile. */
const words: Record<Kind, readonly [vi: string, en: string]> = {
  emergency: ['Khẩn cấp', 'Emergency'],
  service: ['Hỗ trợ', 'Service'],
  'one-stop-province': ['Hành chính công của tỉnh', 'One-stop centre'],
  province: ['Văn phòng tỉnh', 'Provincial office'],
  police: ['Công an', 'Police'],
  department: ['Sở', 'Department'],
  portal: ['Cổng thông tin', 'Portal'],
  'commune-office': ['Ủy ban xã, phường', 'Commune office'],
  hospital: ['Bệnh viện', 'Hospital'],
  'medical-centre': ['Trung tâm y tế', 'Medical centre'],
  clinic: ['Trạm y tế, phòng khám', 'Clinic'],
  pharmacy: ['Nhà thuốc', 'Pharmacy'],
  kindergarten: ['Trường mầm non', 'Kindergarten'],
  'primary-school': ['Trường tiểu học', 'Primary school'],
  'secondary-school': ['Trường trung học cơ sở', 'Secondary school'],
  'high-school': ['Trường trung học phổ thông', 'High school'],
  college: ['Trường cao đẳng', 'College'],
  university: ['Trường đại học', 'University'],
  library: ['Thư viện', 'Library'],
  mountain: ['Núi', 'Mountain'],
  lake: ['Hồ', 'Lake'],
  nature: ['Cảnh thiên nhiên', 'Nature'],
  'national-park': ['Vườn quốc gia', 'National park'],
  wetland: ['Vùng đất ngập nước', 'Wetland'],
  historic: ['Di tích', 'Historic site'],
  religious: ['Chùa, nhà thờ, thánh thất', 'Place of worship'],
  museum: ['Bảo tàng', 'Museum'],
  'bus-station': ['Bến xe', 'Bus station'],
  'border-gate': ['Cửa khẩu', 'Border gate'],
  port: ['Cảng', 'Port'],
};

const side = (at: 0 | 1): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([kind, pair]) => [kind, pair[at]]));

export const viKinds = side(0);
export const enKinds = side(1);
