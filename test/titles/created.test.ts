import { expect } from '@open-wc/testing';
import { fee } from '../../demo/fixtures.js';
import { resetFixture, clockAt, countParts, part, partTexts, textOf } from '../element/fixture.js';
import { catalogueOf, item } from './catalogue.js';
import { opened } from './page.js';

/** The only debt of a library, on 15 June 2022. */
async function showing(over: object, lang = 'da') {
  clockAt('2022-06-15T10:00:00Z');
  const materials = [item()];
  const library = catalogueOf([fee({ materials, ...over })]);
  return opened(library, { 'fbi-url': undefined, lang });
}

describe('CONTRACT 4, 8: the creation date', () => {
  afterEach(resetFixture);

  it('is beside the number, when the due date is beside the amount', async () => {
    const element = await showing({ dueDate: '2022-07-08', creationDate: '2022-04-06' });
    expect(partTexts(element, 'date')).to.deep.equal(['Betales senest 8. juli']);
    expect(partTexts(element, 'number')).to.deep.equal([
      'Oprettet 6. april · Materialenummer 5100000000',
    ]);
  });

  it('is shown beside an overdue date, too', async () => {
    const element = await showing({ dueDate: '2022-05-08', creationDate: '2021-12-31' });
    expect(partTexts(element, 'overdue')).to.deep.equal(['Forfaldt 8. maj']);
    expect(partTexts(element, 'number')).to.deep.equal([
      'Oprettet 31. december 2021 · Materialenummer 5100000000',
    ]);
  });

  it('is beside the amount when there is no due date, and shown once', async () => {
    const element = await showing({ dueDate: null, creationDate: '2022-04-06' });
    expect(partTexts(element, 'date')).to.deep.equal(['Oprettet 6. april']);
    expect(partTexts(element, 'number')).to.deep.equal(['Materialenummer 5100000000']);
  });

  it('is not shown when it is unknown', async () => {
    const element = await showing({ dueDate: '2022-07-08', creationDate: null });
    expect(partTexts(element, 'number')).to.deep.equal(['Materialenummer 5100000000']);
    expect(textOf(part(element, 'debt'))).not.to.include('Oprettet');
  });

  it('no date is shown when there is none', async () => {
    const element = await showing({ dueDate: null, creationDate: null });
    expect(countParts(element, 'date')).to.equal(0);
    expect(textOf(part(element, 'debt'))).not.to.match(/Oprettet|Forfaldt|senest|undefined/);
  });

  it('is shown for a debt without materials, too', async () => {
    const dates = { dueDate: '2022-07-08', creationDate: '2022-04-06' };
    const element = await showing({ ...dates, materials: [] });
    expect(partTexts(element, 'number')).to.deep.equal(['Oprettet 6. april']);
    expect(countParts(element, 'cover')).to.equal(0);
  });

  it('is shown once for several materials', async () => {
    const dates = { dueDate: '2022-07-08', creationDate: '2022-04-06' };
    const element = await showing({ ...dates, materials: [item(), item('2'), item('3')] });
    expect(textOf(part(element, 'debt')).match(/Oprettet/g)).to.have.length(1);
    expect(partTexts(element, 'number')[0]).to.include('Oprettet 6. april');
  });

  it('has an English text', async () => {
    const element = await showing({ dueDate: '2022-07-08', creationDate: '2022-04-06' }, 'en');
    expect(partTexts(element, 'number')).to.deep.equal([
      'Created 6 April · Item number 5100000000',
    ]);
  });
});
