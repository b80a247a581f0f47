/** Names that want to run: on every screen they are only words. */
import { expect, test } from 'vitest';
import { blankUnit } from '../../src/rooms/units/words';
import { blankEdit } from '../../src/rooms/decisions/edits';
import { shot } from './browser';
import { withOffice } from './desk';

const payloads = [
  '<script>window.ran=1</script>',
  '<img src=x onerror=window.ran=1>',
  '<svg onload=window.ran=1>',
  '"><script>window.ran=1</script>',
  "'><img src=x onerror=window.ran=1>",
  '<iframe src="javascript:window.ran=1"></iframe>',
  '<a href="javascript:window.ran=1">Nguyễn Thị Hoa</a>',
  '<body onload=window.ran=1>',
  '<details open ontoggle=window.ran=1>',
  '<input autofocus onfocus=window.ran=1>',
  '<video><source onerror=window.ran=1></video>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=window.ran=1>',
  '</title><script>window.ran=1</script>',
  '</textarea><script>window.ran=1</script>',
  '</style><img src=x onerror=window.ran=1>',
  '<!--><img src=x onerror=window.ran=1>-->',
  '<style>@import "http://example.test/x.css";</style>',
  '<link rel=stylesheet href=http://example.test/x.css>',
  '<object data=http://example.test/x></object>',
  '<base href=http://example.test/>',
  '<meta http-equiv=refresh content="0;url=http://example.test/">',
  '{constructor.constructor("window.ran=1")()}',
  '{{constructor.constructor("window.ran=1")()}}',
  '${window.ran=1}',
  '{@html "<img src=x onerror=window.ran=1>"}',
  '&lt;script&gt;window.ran=1&lt;/script&gt;',
  '\\u003cscript\\u003ewindow.ran=1',
  'javascript:window.ran=1',
  '=HYPERLINK("http://example.test","Hoa")',
  '<img src="x` `><script>window.ran=1</script>"` `>',
];

const office = withOffice('empty');

test('whatever a name says, it is shown as words: nothing runs, nothing is fetched', async () => {
  const { page } = office;
  const units: number[] = [];
  for (const [at, name] of payloads.entries()) {
    const unit = { ...blankUnit(), code: `X${at}`, name };
    units.push((await office.call('units.establish', { draft: unit, received: false })).value);
  }
  await office.call('catalogue.set_phrase', {
    ...{ id: null, use: 'reason', text: payloads[1] ?? '', award: null, since: null, until: null },
  });
  const decision = (await office.call('decisions.new', { year: 2026 })).value;
  await office.call('decisions.edit', { ...blankEdit(decision), summary: payloads[0] ?? '', articles: payloads });
  await office.call('decisions.add_recipients', {
    id: decision,
    award: null,
    recipients: payloads.map((name) => ({
      ...{ kind: 'individual', member: null, unit: null },
      ...{ name, post: name, unit_name: name, reason: name },
    })),
  });
  const places = ['', 'don-vi', `don-vi/${units[0] ?? 0}`, 'doan-vien', 'quyet-dinh', `quyet-dinh/${decision}`];
  for (const place of [...places, 'danh-muc/mau-cau', 'cai-dat/lich-su', 'nhap']) {
    await office.again();
    await office.go(place);
    await shot(page, `hostile-${place.replaceAll('/', '-')}`);
    expect(await page.evaluate(() => 'ran' in window), place).toBe(false);
    expect(await page.locator('main :is(script, iframe, object, link, meta, base, img, video)').count(), place).toBe(0);
  }
  await office.go('don-vi');
  expect(await page.getByText('<script>window.ran=1</script>', { exact: true }).first().isVisible()).toBe(true);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('script');
  await office.quiet();
  await shot(page, 'hostile-palette');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(office.faults()).toEqual([]);
});
