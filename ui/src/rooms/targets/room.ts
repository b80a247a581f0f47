import Target from '@lucide/svelte/icons/target';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'targets',
  id: 'chi-tieu',
  name: 'Chỉ tiêu',
  group: 'Thi đua',
  order: 36,
  icon: Target,
  load: () => import('./Targets.svelte'),
  keys: [
    { keys: 'Ctrl N', does: 'Giao chỉ tiêu' },
    { keys: 'F2', does: 'Sửa ô' },
    { keys: 'Dấu cách', does: 'Mở danh sách đằng sau kết quả tự đếm' },
    { keys: 'Shift Dấu cách', does: 'Chọn dòng' },
    { keys: 'Ctrl D', does: 'Chép ô xuống' },
    { keys: 'Ctrl P', does: 'In danh sách' },
  ],
};
