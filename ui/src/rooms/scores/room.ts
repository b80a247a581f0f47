import Medal from '@lucide/svelte/icons/medal';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'scores',
  id: 'khoi',
  name: 'Khối & chấm điểm',
  group: 'Thi đua',
  order: 34,
  icon: Medal,
  load: () => import('./Scores.svelte'),
  keys: [
    { keys: 'F2', does: 'Sửa ô điểm' },
    { keys: 'Enter', does: 'Xuống đơn vị kế tiếp' },
    { keys: 'Tab', does: 'Sang tiêu chí kế tiếp' },
    { keys: 'Ctrl D', does: 'Chép xuống' },
    { keys: 'F8', does: 'Đến ô cần xem kế tiếp' },
    { keys: 'Ctrl E', does: 'Ghi minh chứng, giải trình của ô' },
  ],
  commands: [
    { label: 'Sửa bảng điểm của năm', run: () => go('khoi', 'bang-diem') },
    { label: 'Xem giao ước thi đua của các khối', run: () => go('khoi', 'giao-uoc') },
    { label: 'Lập giao ước thi đua của năm', run: () => go('khoi', 'giao-uoc', 'lap') },
    { label: 'Nhập bảng chấm điểm từ Excel', run: () => go('khoi', 'nhap') },
  ],
};
