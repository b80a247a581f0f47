import Users from '@lucide/svelte/icons/users';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'members',
  id: 'doan-vien',
  name: 'Đoàn viên',
  group: 'Tổ chức',
  order: 21,
  icon: Users,
  load: () => import('./Members.svelte'),
  keys: [
    { keys: 'Ctrl N', does: 'Thêm đoàn viên' },
    { keys: 'Ctrl F', does: 'Tìm trong danh sách' },
    { keys: 'F2', does: 'Sửa ô' },
    { keys: 'Ctrl P', does: 'In danh sách đang xem' },
    { keys: 'Enter', does: 'Mở hồ sơ' },
    { keys: 'Dấu cách', does: 'Mở hoặc đóng thẻ bên cạnh' },
    { keys: 'Shift + dấu cách', does: 'Chọn dòng' },
    { keys: 'F8', does: 'Đến chỗ cần xem kế tiếp' },
  ],
  commands: [
    { label: 'Thêm đoàn viên', run: () => go('doan-vien', 'them') },
    { label: 'Tìm đoàn viên trùng', run: () => go('doan-vien', 'trung') },
  ],
};
