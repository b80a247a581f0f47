/** The workbook that goes back to a unit: its rows that must be mended, with the reason of each. */
import { handOver, type IntakeFile } from '../../door';
import { attempt } from '../../kit/act.svelte';
import { say } from '../../kit/toast.svelte';
import { longWork } from '../../kit/work.svelte';

export function sendReply(file: IntakeFile): Promise<boolean> {
  return attempt(async () => {
    const name = await longWork(() => handOver('save', 'intake.reply', { file: file.file }));
    if (name !== null) say('done', `Đã lưu phiếu gửi lại đơn vị: ${name}.`);
  });
}
