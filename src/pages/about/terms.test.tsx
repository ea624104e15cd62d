import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import TermsScreen from './terms-screen';

test('the terms name what the phone really keeps, and where one sees and deletes what is kept elsewhere', () => {
  render(<TermsScreen />);
  expect(screen.getByText(/phản ánh.*chưa gửi.*khóa/i)).toBeVisible();
  expect(screen.getByText(/Quyền riêng tư.*xóa/)).toBeVisible();
});
