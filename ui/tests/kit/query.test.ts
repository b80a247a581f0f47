import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Refused, useCarrier, type Carrier } from '../../src/door';
import { announce } from '../../src/kit/touched';
import Reader from './Reader.svelte';

interface Asked {
  name: string;
  args: unknown;
  answer: (value: unknown) => void;
  refuse: (error: Error) => void;
}

function listen(): Asked[] {
  const asked: Asked[] = [];
  const carrier: Carrier = {
    send: (name, args) => new Promise((answer, refuse) => asked.push({ name, args, answer, refuse })),
    pickFiles: () => Promise.resolve([]),
    pickFolder: () => Promise.resolve([]),
    handOver: () => Promise.resolve(null),
  };
  useCarrier(carrier);
  return asked;
}

const found = (title: string) => [{ room: 'members', id: 1, title, detail: '' }];

test('two readers of one question ask once, and reload when an act touches their table', async () => {
  const asked = listen();
  const one = await render(Reader, { text: 'hoa' });
  const two = await render(Reader, { text: 'hoa' });
  expect(asked.length).toBe(1);
  asked[0]?.answer(found('Hòa'));
  await expect.element(one.getByText('Hòa').first()).toBeVisible();
  expect(two.container.textContent).toContain('Hòa');

  announce(['unit']);
  expect(asked.length).toBe(1);
  announce(['member']);
  expect(asked.length).toBe(2);
  asked[1]?.answer(found('Hòa, Hoa'));
  await expect.element(one.getByText('Hòa, Hoa').first()).toBeVisible();
});

test('an older answer never overtakes a newer one', async () => {
  const asked = listen();
  const reader = await render(Reader, { text: 'an' });
  await reader.rerender({ text: 'anh' });
  expect(asked.length).toBe(2);
  asked[1]?.answer(found('Anh'));
  await expect.element(reader.getByText('Anh')).toBeVisible();
  asked[0]?.answer(found('An cũ'));
  await new Promise((later) => setTimeout(later, 20));
  expect(reader.container.textContent).toBe('Anh');
});

test('a refusal is told in its own sentence', async () => {
  const asked = listen();
  const reader = await render(Reader, { text: 'x' });
  asked[0]?.refuse(new Refused([{ field: 'text', sentence: 'Hãy gõ ít nhất hai chữ.' }]));
  await expect.element(reader.getByText('Hãy gõ ít nhất hai chữ.')).toBeVisible();
});
