/** A citizen in the provincial ID's register. All are invented; the numbers follow the real pattern and belong to nobody. */
export interface Citizen {
  /** 12 digits: province, century and sex, year of birth, serial. */
  number: string;
  fullName: string;
  /** YYYY-MM-DD. */
  birthDate: string;
  gender: 'female' | 'male';
  street: string;
  commune: string;
  /** E.164 with plus. */
  phoneNumber: string;
  /** Level of assurance, as the provincial ID writes it. */
  loa: '1' | '2';
  /** Opaque and stable, unlike the number never shown to people. */
  subject: string;
}

/** The password of every sample citizen; shown on the login page. */
export const SAMPLE_PASSWORD = 'TayNinh@2026';

export const CITIZENS: readonly Citizen[] = [
  {
    number: '072188000001',
    fullName: 'Nguyễn Thị Ánh',
    birthDate: '1988-03-14',
    gender: 'female',
    street: '12 đường Cách Mạng Tháng Tám, khu phố 3',
    commune: 'Phường Tân Ninh',
    phoneNumber: '+84900000001',
    loa: '2',
    subject: '6f0d3a52-8d0e-4c55-9d2f-0a6c1f7e0001',
  },
  {
    number: '072061000002',
    fullName: 'Trần Văn Bình',
    birthDate: '1961-11-02',
    gender: 'male',
    street: 'Ấp Thạnh Hiệp',
    commune: 'Xã Tân Biên',
    phoneNumber: '+84900000002',
    loa: '2',
    subject: '6f0d3a52-8d0e-4c55-9d2f-0a6c1f7e0002',
  },
  {
    number: '072301000003',
    fullName: 'Lê Kim Chi',
    birthDate: '2001-07-29',
    gender: 'female',
    street: 'Khu phố Ninh Trung',
    commune: 'Phường Bình Minh',
    phoneNumber: '+84900000003',
    loa: '2',
    subject: '6f0d3a52-8d0e-4c55-9d2f-0a6c1f7e0003',
  },
  {
    number: '080075000004',
    fullName: 'Phạm Quốc Dũng',
    birthDate: '1975-01-20',
    gender: 'male',
    street: '61 đường Nguyễn Huệ',
    commune: 'Phường Long An',
    phoneNumber: '+84900000004',
    loa: '2',
    subject: '6f0d3a52-8d0e-4c55-9d2f-0a6c1f7e0004',
  },
  {
    number: '080311000005',
    fullName: 'Võ Thị Em',
    birthDate: '2011-09-05',
    gender: 'female',
    street: 'Ấp Bình Lợi',
    commune: 'Xã Tân Trụ',
    phoneNumber: '+84900000005',
    loa: '2',
    subject: '6f0d3a52-8d0e-4c55-9d2f-0a6c1f7e0005',
  },
  {
    number: '080147000006',
    fullName: 'Huỳnh Thị Gấm',
    birthDate: '1947-05-18',
    gender: 'female',
    street: 'Ấp 2',
    commune: 'Xã Bến Lức',
    phoneNumber: '+84900000006',
    loa: '1',
    subject: '6f0d3a52-8d0e-4c55-9d2f-0a6c1f7e0006',
  },
  {
    // A name as long as names are: it must fit wherever one is shown.
    number: '072195000007',
    fullName: 'Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Khánh Thiên Hương',
    birthDate: '1995-08-16',
    gender: 'female',
    street: 'Tổ 7, số 128/14 đường Nguyễn Thị Minh Khai nối dài',
    commune: 'Phường Tân Ninh',
    phoneNumber: '+84900000017',
    loa: '2',
    subject: '6f0d3a52-8d0e-4c55-9d2f-0a6c1f7e0007',
  },
];

export const citizenByNumber = (number: string): Citizen | undefined =>
  CITIZENS.find((citizen) => citizen.number === number);

export const citizenBySubject = (subject: string): Citizen | undefined =>
  CITIZENS.find((citizen) => citizen.subject === subject);
