import HandHeart from '@lucide/svelte/icons/hand-heart';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'pledges',
  id: 'cam-ket',
  name: 'Cam kết',
  group: 'Thi đua',
  order: 30,
  icon: HandHeart,
  load: () => import('./Pledges.svelte'),
  keys: [
    { keys: 'Ctrl N', does: 'Ghi nhận cam kết' },
    { keys: 'Ctrl F', does: 'Tìm trong danh sách' },
    { keys: 'F2', does: 'Sửa nội dung trong ô' },
    { keys: 'Enter', does: 'Mở bản cam kết' },
    { keys: 'Shift + dấu cách', does: 'Chọn dòng' },
  ],
  commands: [
    { label: 'Ghi nhận cam kết', run: () => go('cam-ket', 'them') },
    { label: 'Xem đơn vị chưa có cam kết', run: () => go('cam-ket', 'thieu') },
    { label: 'Xem tiến độ cam kết', run: () => go('cam-ket', 'tien-do') },
  ],
};
