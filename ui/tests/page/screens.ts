/** The screens and dialogs that every office has, and how each is opened. */
import type { Page } from 'playwright-core';

/** A screen: its name, where it is, and what is opened there. */
export type Screen = readonly [name: string, place: string, open: (page: Page) => Promise<unknown>];

export const asItIs = () => Promise.resolve();

export const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
export const tab = (name: RegExp) => (page: Page) => page.getByRole('tab', { name }).click();
export const menu = (name: string | RegExp, item: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
};

export const everywhere: readonly Screen[] = [
  ['overview', '', asItIs],
  ['palette', '', (page) => page.keyboard.press('Control+k')],
  ['keys', '', (page) => page.keyboard.press('F1')],
  ['units', 'don-vi', asItIs],
  ['units-print', 'don-vi', button('In')],
  ['unit-new', 'don-vi/them', asItIs],
  ['blocs', 'don-vi/khoi', asItIs],
  ['members', 'doan-vien', asItIs],
  ['member-new', 'doan-vien/them', asItIs],
  ['duplicates', 'doan-vien/trung', asItIs],
  ['decisions', 'quyet-dinh', asItIs],
  ['award-years', 'quyet-dinh/tong-hop', asItIs],
  ['decision-past', 'quyet-dinh', button('Ghi sổ quyết định cũ')],
  ['intake', 'nhap', asItIs],
  ['imports', 'nhap/lich-su', asItIs],
  ['training', 'dao-tao', asItIs],
  ['training-new', 'dao-tao/them', asItIs],
  ['training-results', 'dao-tao/ket-qua', asItIs],
  ['training-people', 'dao-tao/nguoi-hoc', asItIs],
  ['compacts', 'khoi/giao-uoc', asItIs],
  ['compacts-begin', 'khoi/giao-uoc/lap', asItIs],
  ...['hinh-thuc', 'he-so', 'luong-co-so', 'can-cu', 'mau-cau', 'nguon-tien', 'quy-dinh', 'cach-tinh'].map(
    (part): Screen => [`catalogue-${part}`, `danh-muc/${part}`, asItIs],
  ),
  ...['co-quan', 'sao-luu', 'mat-khau', 'giao-dien', 'lich-su', 'gioi-thieu'].map((part): Screen => [
    `settings-${part}`,
    `cai-dat/${part}`,
    asItIs,
  ]),
];
