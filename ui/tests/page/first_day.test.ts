/** The screens and the dialogs of an office on its first day. */
import { expect, test } from 'vitest';
import { withOffice } from './desk';
import { everywhere } from './screens';
import { sound } from './sound';

const office = withOffice('empty');

test.each(everywhere)('%s', async (name, place, open) => {
  await office.again();
  await office.go(place);
  await open(office.page);
  await office.quiet();
  await sound(office.page, `empty-${name}`, ['light']);
  expect(office.faults()).toEqual([]);
});

test('nobody is told that the members lack nothing when there are none', async () => {
  await office.go('');
  await office.page.getByText('Sổ chưa có đoàn viên nào.').waitFor();
});
