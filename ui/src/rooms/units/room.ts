import Building2 from '@lucide/svelte/icons/building-2';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'units',
  id: 'don-vi',
  name: 'Đơn vị',
  group: 'Tổ chức',
  order: 20,
  icon: Building2,
  load: () => import('./Units.svelte'),
  keys: [
    { keys: 'Ctrl N', does: 'Thêm đơn vị' },
    { keys: 'Ctrl F', does: 'Tìm trong danh sách' },
    { keys: 'Ctrl P', does: 'In danh sách đang xem' },
    { keys: 'Enter', does: 'Mở hồ sơ đơn vị' },
    { keys: 'Dấu cách', does: 'Mở hoặc đóng thẻ bên cạnh' },
    { keys: 'Shift Dấu cách', does: 'Đánh dấu đơn vị, rồi giải thể hoặc chuyển giao nhiều đơn vị một lần' },
  ],
  commands: [
    { label: 'Thêm đơn vị', run: () => go('don-vi', 'them') },
    { label: 'Thống kê đơn vị', run: () => go('don-vi', 'thong-ke') },
  ],
};
