import FileUp from '@lucide/svelte/icons/file-up';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'intake',
  id: 'nhap',
  name: 'Nhập Excel',
  group: 'Hồ sơ',
  order: 70,
  icon: FileUp,
  load: () => import('./Intake.svelte'),
  keys: [
    { keys: 'F2', does: 'Sửa ô trước khi nhập (bước Xem lỗi)' },
    { keys: 'F8', does: 'Đến dòng cần xem kế tiếp (bước Xem lỗi)' },
    {
      keys: 'Ctrl 1 … Ctrl 9, Alt 0',
      does: 'Trả lời dòng cần hỏi: chính là người thứ mấy, hay người mới (bước Xem lỗi)',
    },
    { keys: 'Alt Enter, Alt Delete', does: 'Nhận, hoặc bỏ qua dòng đang xem (bước Xem lỗi)' },
    { keys: 'Dấu cách', does: 'Mở hoặc đóng thẻ bên cạnh (bước Xem lỗi)' },
  ],
  commands: [
    { label: 'Nhập danh sách từ Excel', run: () => go('nhap') },
    { label: 'Xem các lần nhập Excel, hoàn tác lần nhập', run: () => go('nhap', 'lich-su') },
  ],
};
