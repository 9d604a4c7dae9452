// A SentencePiece-style vocabulary: control tokens, the 256 bytes, single characters, and pieces merged from them.
const SPACE = '\u2581';   // how SentencePiece writes a blank
const TYPE = { normal: 1, unknown: 2, control: 3, byte: 6 };

const CHARACTERS = `${SPACE}abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?'"()-/+=`;

// Each piece is two earlier ones joined, for that is how the tokenizer finds it. An underscore stands for a blank.
const PIECES = `
  _t _a _s _w _o _i _m _c _b _p _f _d _h _n _l _r _e _q he in er on re at en or es ed is it an ou al ar st le nd ing
  _th _the _an _and _of _to _in _is _it _on _be _re _wh _wha _what _he _hel _hell _hello _sa _say _qu _ho _how _yo _you
  _mo _mod _mode _model _to _tok _token _qu _que _ques ti tion ly ent ment _us _use _user ass ist ant`;

const pieces = [...new Set(PIECES.trim().split(/\s+/))].map(piece => piece.replace('_', SPACE));

const entry = (text, type, score = 0) => ({ text, type, score });

export const BEGIN = 1;
export const END = 2;

export const vocabulary = [
  entry('<unk>', TYPE.unknown),
  entry('<s>', TYPE.control),
  entry('</s>', TYPE.control),
  ...Array.from({ length: 256 }, (_, byte) =>
    entry(`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`, TYPE.byte)),
  // Merges with a higher score come first.
  ...[...new Set([...CHARACTERS, ...pieces])].map((text, rank) => entry(text, TYPE.normal, -rank)),
];

/** Whether a token is text in itself: not control, not half a character. */
export const isText = token => token.type === TYPE.normal;
