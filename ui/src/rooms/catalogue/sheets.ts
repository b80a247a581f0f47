/** The lists of the catalogue as sheets: what their columns show, and what typing in them changes. */
import type {
  Award,
  BaseSalary,
  CatalogueList,
  CataloguePage,
  Certainty,
  Coefficient,
  LegalGround,
  MoneySource,
  Phrase,
  Regulation,
} from '../../door';
import { act } from '../../kit/act.svelte';
import type { CellView, Column, Option } from '../../kit/grid/types';
import { count, day, hundredths } from '../../words/format';

/** One list: every changed row is sent as it is, every row one act. */
export interface Sheet<R> {
  list: CatalogueList;
  rows: (page: CataloguePage) => readonly R[];
  columns: readonly Column<R>[];
  blank: () => R;
  put: (row: R, column: string, value: string) => void;
  save: (row: R) => Promise<unknown>;
}

const certainties: readonly Certainty[] = ['sourced', 'general', 'uncertain'];
const yesNo: readonly Option[] = [
  { value: '1', label: 'Có' },
  { value: '0', label: 'Không' },
];

function among<T extends string>(all: readonly T[], value: string): T | undefined {
  return all.find((one) => one === value);
}

const orNull = (value: string): string | null => (value === '' ? null : value);
const tick = (truth: boolean): string => (truth ? 'Có' : 'Không');

/** Hundredths of what was typed: "0,3" is 30; anything else is left to the core to refuse. */
function typedHundredths(value: string): number | null {
  const read = Number(value.replace(',', '.'));
  return value.trim() === '' || Number.isNaN(read) ? null : Math.round(read * 100);
}

interface Dated {
  since: string | null;
  until: string | null;
}

interface Sourced {
  source: string;
  certainty: Certainty;
}

const dated = <R extends Dated>(): Column<R>[] => [
  { key: 'since', title: 'Từ ngày', kind: 'date', width: 110, show: (row) => day(row.since) },
  { key: 'until', title: 'Đến ngày', kind: 'date', width: 110, show: (row) => day(row.until) },
];

function sourced<R extends Sourced>(page: CataloguePage): Column<R>[] {
  const label = (value: Certainty) => page.words.certainties.find((choice) => choice.code === value)?.label ?? value;
  const shown = (row: R): CellView =>
    row.certainty === 'uncertain'
      ? { text: label(row.certainty), look: 'chip', tone: 'gold' }
      : { text: label(row.certainty), look: 'muted' };
  const options = page.words.certainties.map((choice) => ({ value: choice.code, label: choice.label }));
  return [
    { key: 'source', title: 'Nguồn', width: 180, grow: true, show: (row) => row.source },
    { key: 'certainty', title: 'Mức chắc chắn', kind: 'choice', width: 140, options, show: shown },
  ];
}

function putDated(row: Dated, column: string, value: string): void {
  if (column === 'since') row.since = orNull(value);
  if (column === 'until') row.until = orNull(value);
}

function putSourced(row: Sourced, column: string, value: string): void {
  if (column === 'source') row.source = value;
  if (column === 'certainty') row.certainty = among(certainties, value) ?? row.certainty;
}

const unsure: Sourced = { source: '', certainty: 'uncertain' };
const undated: Dated = { since: null, until: null };

export function awards(page: CataloguePage): Sheet<Award> {
  const choices = (list: readonly { code: string; label: string }[]): Option[] =>
    list.map((choice) => ({ value: choice.code, label: choice.label }));
  const label = (list: readonly { code: string; label: string }[], code: string) =>
    list.find((choice) => choice.code === code)?.label ?? code;
  return {
    list: 'award',
    rows: (now) => now.awards,
    columns: [
      { key: 'name', title: 'Tên', width: 300, grow: true, show: (row) => ({ text: row.name, look: 'strong' }) },
      {
        key: 'nature',
        title: 'Loại',
        kind: 'choice',
        width: 120,
        options: choices(page.words.natures),
        show: (row) => label(page.words.natures, row.nature),
      },
      {
        key: 'for_individual',
        title: 'Cá nhân',
        kind: 'choice',
        width: 90,
        options: yesNo,
        show: (row) => tick(row.for_individual),
      },
      {
        key: 'for_collective',
        title: 'Tập thể',
        kind: 'choice',
        width: 90,
        options: yesNo,
        show: (row) => tick(row.for_collective),
      },
      { key: 'grantor', title: 'Cấp quyết định', width: 190, show: (row) => row.grantor },
      {
        key: 'reach',
        title: 'Thẩm quyền',
        kind: 'choice',
        width: 150,
        options: choices(page.words.reaches),
        show: (row) => label(page.words.reaches, row.reach),
      },
      { key: 'criteria', title: 'Tiêu chuẩn', width: 260, show: (row) => row.criteria },
      { key: 'quota', title: 'Số lượng', width: 160, show: (row) => row.quota },
      ...dated<Award>(),
      ...sourced<Award>(page),
    ],
    blank: () => ({
      id: null,
      code: '',
      position: page.awards.length + 1,
      name: '',
      nature: 'form',
      for_individual: true,
      for_collective: true,
      grantor: '',
      comprehensive: true,
      topical: true,
      ad_hoc: true,
      long_service: false,
      reach: 'own',
      criteria: '',
      quota: '',
      ...undated,
      ...unsure,
    }),
    put: (row, column, value) => {
      putDated(row, column, value);
      putSourced(row, column, value);
      if (column === 'name') row.name = value;
      if (column === 'grantor') row.grantor = value;
      if (column === 'criteria') row.criteria = value;
      if (column === 'quota') row.quota = value;
      if (column === 'for_individual') row.for_individual = value === '1';
      if (column === 'for_collective') row.for_collective = value === '1';
      if (column === 'nature') row.nature = among(['title', 'form', 'medal', 'prize', 'other'], value) ?? row.nature;
      if (column === 'reach')
        row.reach = among(['own', 'up', 'own_or_up', 'record', 'record_or_up'], value) ?? row.reach;
    },
    save: (row) => act('Đã ghi hình thức khen thưởng.', 'catalogue.set_award', row),
  };
}

export function coefficients(page: CataloguePage): Sheet<Coefficient> {
  const named = (id: number) => page.awards.find((award) => award.id === id)?.name ?? '';
  return {
    list: 'coefficient',
    rows: (now) => now.coefficients,
    columns: [
      {
        key: 'award',
        title: 'Hình thức, danh hiệu',
        kind: 'choice',
        width: 320,
        grow: true,
        options: page.awards.map((award) => ({ value: String(award.id), label: award.name })),
        show: (row) => ({ text: named(row.award), look: 'strong' }),
      },
      {
        key: 'recipient',
        title: 'Cho',
        kind: 'choice',
        width: 100,
        options: page.words.recipients.map((choice) => ({ value: choice.code, label: choice.label })),
        show: (row) => page.words.recipients.find((choice) => choice.code === row.recipient)?.label ?? '',
      },
      {
        key: 'hundredths',
        title: 'Hệ số',
        kind: 'number',
        width: 90,
        show: (row) => (row.hundredths === null ? { text: 'chưa có', look: 'muted' } : hundredths(row.hundredths)),
        text: (row) => (row.hundredths === null ? '' : hundredths(row.hundredths)),
      },
      {
        key: 'hint',
        title: 'Nhà nước',
        width: 90,
        readOnly: true,
        show: (row) => (row.hint === null ? '' : { text: hundredths(row.hint), look: 'muted' }),
      },
      ...dated<Coefficient>(),
      ...sourced<Coefficient>(page),
    ],
    blank: () => ({
      id: null,
      award: page.awards[0]?.id ?? 0,
      recipient: 'individual',
      hundredths: null,
      hint: null,
      ...undated,
      ...unsure,
    }),
    put: (row, column, value) => {
      putDated(row, column, value);
      putSourced(row, column, value);
      if (column === 'award') row.award = Number(value);
      if (column === 'recipient') row.recipient = among(['individual', 'collective'], value) ?? row.recipient;
      if (column === 'hundredths') row.hundredths = typedHundredths(value);
    },
    save: (row) => act('Đã ghi hệ số.', 'catalogue.set_coefficient', row),
  };
}

export function salaries(page: CataloguePage, today: string): Sheet<BaseSalary> {
  return {
    list: 'base_salary',
    rows: (now) => now.base_salaries,
    columns: [
      { key: 'since', title: 'Từ ngày', kind: 'date', width: 130, show: (row) => day(row.since) },
      {
        key: 'amount',
        title: 'Mức lương cơ sở (đ/tháng)',
        kind: 'money',
        width: 200,
        show: (row) => count(row.amount),
        text: (row) => String(row.amount),
      },
      ...sourced<BaseSalary>(page),
    ],
    blank: () => ({ id: null, amount: page.base_salaries[0]?.amount ?? 0, since: today, ...unsure }),
    put: (row, column, value) => {
      putSourced(row, column, value);
      if (column === 'since') row.since = value;
      if (column === 'amount') row.amount = Number(value);
    },
    save: (row) => act('Đã ghi mức lương cơ sở.', 'catalogue.set_base_salary', row),
  };
}

export function regulations(page: CataloguePage): Sheet<Regulation> {
  return {
    list: 'regulation',
    rows: (now) => now.regulations,
    columns: [
      { key: 'symbol', title: 'Số, ký hiệu', width: 170, show: (row) => ({ text: row.symbol, look: 'strong' }) },
      { key: 'name', title: 'Tên văn bản', width: 320, grow: true, show: (row) => row.name },
      { key: 'issued_on', title: 'Ngày ký', kind: 'date', width: 110, show: (row) => day(row.issued_on) },
      ...dated<Regulation>(),
      { key: 'note', title: 'Ghi chú', width: 220, show: (row) => row.note },
      ...sourced<Regulation>(page),
    ],
    blank: () => ({ id: null, symbol: '', name: '', issued_on: null, note: '', ...undated, ...unsure }),
    put: (row, column, value) => {
      putDated(row, column, value);
      putSourced(row, column, value);
      if (column === 'symbol') row.symbol = value;
      if (column === 'name') row.name = value;
      if (column === 'note') row.note = value;
      if (column === 'issued_on') row.issued_on = orNull(value);
    },
    save: (row) => act('Đã ghi văn bản quy định.', 'catalogue.set_regulation', row),
  };
}

export function grounds(page: CataloguePage): Sheet<LegalGround> {
  return {
    list: 'legal_ground',
    rows: (now) => now.legal_grounds,
    columns: [
      { key: 'text', title: 'Căn cứ', width: 420, grow: true, show: (row) => row.text },
      {
        key: 'usual',
        title: 'Tự đưa vào dự thảo',
        kind: 'choice',
        width: 160,
        options: yesNo,
        show: (row) => tick(row.usual),
      },
      ...dated<LegalGround>(),
      ...sourced<LegalGround>(page),
    ],
    blank: () => ({ id: null, position: page.legal_grounds.length + 1, text: '', usual: false, ...undated, ...unsure }),
    put: (row, column, value) => {
      putDated(row, column, value);
      putSourced(row, column, value);
      if (column === 'text') row.text = value;
      if (column === 'usual') row.usual = value === '1';
    },
    save: (row) => act('Đã ghi căn cứ.', 'catalogue.set_legal_ground', row),
  };
}

export function phrases(page: CataloguePage): Sheet<Phrase> {
  const named = (id: number | null) => page.awards.find((award) => award.id === id)?.name ?? 'Mọi hình thức';
  const uses = page.words.phrase_uses;
  return {
    list: 'phrase',
    rows: (now) => now.phrases,
    columns: [
      { key: 'text', title: 'Câu', width: 420, grow: true, show: (row) => row.text },
      {
        key: 'use',
        title: 'Dùng làm',
        kind: 'choice',
        width: 140,
        options: uses.map((choice) => ({ value: choice.code, label: choice.label })),
        show: (row) => uses.find((choice) => choice.code === row.use)?.label ?? '',
      },
      {
        key: 'award',
        title: 'Cho hình thức',
        kind: 'choice',
        width: 240,
        options: page.awards.map((award) => ({ value: String(award.id), label: award.name })),
        show: (row) => named(row.award),
      },
      ...dated<Phrase>(),
    ],
    blank: () => ({ id: null, use: 'reason', text: '', award: null, ...undated }),
    put: (row, column, value) => {
      putDated(row, column, value);
      if (column === 'text') row.text = value;
      if (column === 'use') row.use = among(['reason', 'citation'], value) ?? row.use;
      if (column === 'award') row.award = value === '' ? null : Number(value);
    },
    save: (row) => act('Đã ghi mẫu câu.', 'catalogue.set_phrase', row),
  };
}

export function sources(page: CataloguePage): Sheet<MoneySource> {
  return {
    list: 'money_source',
    rows: (now) => now.money_sources,
    columns: [
      { key: 'name', title: 'Nguồn tiền thưởng', width: 360, grow: true, show: (row) => row.name },
      ...dated<MoneySource>(),
      ...sourced<MoneySource>(page),
    ],
    blank: () => ({ id: null, name: '', ...undated, ...unsure }),
    put: (row, column, value) => {
      putDated(row, column, value);
      putSourced(row, column, value);
      if (column === 'name') row.name = value;
    },
    save: (row) => act('Đã ghi nguồn tiền thưởng.', 'catalogue.set_money_source', row),
  };
}
