/** Discord's limits (docs/resources/message.mdx, docs/components/reference.mdx), in characters unless said otherwise. */
export const LIMITS = {
  content: 2_000,
  embedDescription: 4_096,
  embedFooter: 2_048,
  /** All texts of a message's embeds together. */
  embedTotal: 6_000,
  altText: 1_024,
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  options: 25,
  optionLabel: 100,
  placeholder: 150,
  modalTitle: 45,
  fieldLabel: 45,
  fieldPlaceholder: 100,
  fieldValue: 4_000,
  modalFields: 5,
  choices: 25,
  choiceName: 100,
  /** Bytes of a file where the interaction told no limit. */
  fileBytes: 10 * 1_024 * 1_024,
} as const;
