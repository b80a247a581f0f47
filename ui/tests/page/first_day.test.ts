/** The screens and the dialogs of an office on its first day. */
import { test } from 'vitest';
import { withOffice } from './desk';
import { everywhere } from './screens';
import { eachIsSound } from './sound';

const office = withOffice('empty');

eachIsSound(office, everywhere, 'empty-', ['light']);

test('nobody is told that the members lack nothing when there are none', async () => {
  await office.go('');
  await office.page.getByText('Sổ chưa có đoàn viên nào.').waitFor();
});
