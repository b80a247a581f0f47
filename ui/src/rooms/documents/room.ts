import FolderArchive from '@lucide/svelte/icons/folder-archive';
import { go } from '../../kit/place.svelte';
import type { Room } from '../../kit/room';

export const room: Room = {
  key: 'documents',
  id: 'van-ban',
  name: 'Văn bản',
  group: 'Hồ sơ',
  order: 55,
  icon: FolderArchive,
  load: () => import('./Documents.svelte'),
  keys: [
    { keys: 'Ctrl N', does: 'Ghi sổ văn bản' },
    { keys: 'Enter', does: 'Mở văn bản' },
    { keys: 'Ctrl P', does: 'In sổ văn bản' },
  ],
  commands: [{ label: 'Ghi sổ văn bản', run: () => go('van-ban', 'moi') }],
};
