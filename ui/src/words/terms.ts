/** Words that more than one screen uses, so that they are the same everywhere. */

export const product = 'Sổ Vàng';

export const terms = {
  save: 'Lưu',
  cancel: 'Hủy',
  close: 'Đóng',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  remove: 'Xóa',
  add: 'Thêm',
  edit: 'Sửa',
  print: 'In',
  open: 'Mở',
  search: 'Tìm',
  tryAgain: 'Thử lại',
  back: 'Quay lại',
  next: 'Tiếp tục',
  columns: 'Cột',
  clearFilters: 'Xóa lọc',
  nothingFound: 'Không tìm thấy mục nào.',
  allSaved: 'Đã lưu mọi thay đổi',
} as const;
