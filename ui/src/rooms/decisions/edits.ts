/** An edit of a draft that changes nothing yet: what is left null stays as it is. */
import type { EditDecision } from '../../door';

export function blankEdit(id: number): EditDecision {
  return {
    id,
    year: null,
    number: null,
    symbol: null,
    signed_on: null,
    summary: null,
    citation: null,
    signer_name: null,
    signer_title: null,
    signer_form: null,
    money_source: null,
    why: null,
    grounds: null,
    articles: null,
    copies_to: null,
  };
}
