import { type ProposalRequest, TEXT_KINDS } from '../../../../src/engine/text-prior/text-prior.js';

/** What is asked of a text prior where a test says no more. */
export const ASKED: ProposalRequest = {
  prompt: 'a florpity',
  given: {},
  open: TEXT_KINDS,
  style: undefined,
  colours: [],
  count: 4,
  seed: 7,
  temperature: 1,
  independence: 1,
  limits: { objects: 3, colours: 5 },
};
