/** "02723838454" → "0272 3838 454", "0987654321" → "0987 654 321", "18001096" → "1800 1096"; another shape stays as it is. */
export function readablePhone(phone: string): string {
  const groups = phone.startsWith('02') ? /^(\d{4})(\d{4})(\d{3,4})$/ : /^(\d{4})(\d{3})(\d{3})$/;
  return phone.replace(groups, '$1 $2 $3').replace(/^(1[89]00)(\d{4})$/, '$1 $2');
}
