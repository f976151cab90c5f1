// STIX 2.1 section 9, as strict as the text of the standard. Each rule names its clause.
// One token decides every choice, so that parsing is linear; a test holds it to that.
grammar StixPattern;

// 9.4; precedence of 9.5.3, from the weakest binding to the strongest
pattern: sequence EOF;
sequence: alternatives (FOLLOWEDBY alternatives)*;
alternatives: together (OR together)*;
together: observation (AND observation)*;

// 9.5: a qualifier belongs to the bracket or parenthesis before it
observation: (LBRACKET condition RBRACKET | LPAREN sequence RPAREN) qualifier*;

// 9.5.1
qualifier: repeats | within | startStop;
repeats: REPEATS WHOLE TIMES;
within: WITHIN (WHOLE | NEGATIVE | FRACTION) SECONDS;
startStop: START TIMESTAMP STOP TIMESTAMP;

// 9.6
condition: conjunction (OR conjunction)*;
conjunction: test (AND test)*;
test: LPAREN condition RPAREN | exists | comparison;

// 9.6.1: NOT precedes the operator, and so stands behind the path of all operators but EXISTS
exists: NOT? EXISTS path;
comparison: path NOT? (equality | order | membership | textual);
equality: (EQUAL | UNEQUAL) constant;
order: (LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) orderable;
membership: IN LPAREN constant (COMMA constant)* RPAREN;
textual: (LIKE | MATCHES | ISSUBSET | ISSUPERSET) STRING;

// 9.2
constant: orderable | TRUE | FALSE;
orderable: STRING | WHOLE | NEGATIVE | FRACTION | HEX | BINARY | TIMESTAMP;

// 9.7
path: objectType COLON property index? (DOT property index?)*;
objectType: NAME | HYPHENATED;
property: name | STRING;
index: LBRACKET (WHOLE | STAR) RBRACKET;

// Dictionary keys are free to be spelt like a keyword.
name:
    NAME | AND | OR | NOT | FOLLOWEDBY | LIKE | MATCHES | ISSUBSET | ISSUPERSET | EXISTS | IN
    | REPEATS | TIMES | WITHIN | SECONDS | START | STOP | TRUE | FALSE;

AND: 'AND';
OR: 'OR';
NOT: 'NOT';
FOLLOWEDBY: 'FOLLOWEDBY';
LIKE: 'LIKE';
MATCHES: 'MATCHES';
ISSUBSET: 'ISSUBSET';
ISSUPERSET: 'ISSUPERSET';
EXISTS: 'EXISTS';
IN: 'IN';
REPEATS: 'REPEATS';
TIMES: 'TIMES';
WITHIN: 'WITHIN';
SECONDS: 'SECONDS';
START: 'START';
STOP: 'STOP';
TRUE: 'true';
FALSE: 'false';

EQUAL: '=';
UNEQUAL: '!=';
LESS: '<';
LESS_OR_EQUAL: '<=';
GREATER: '>';
GREATER_OR_EQUAL: '>=';
LBRACKET: '[';
RBRACKET: ']';
LPAREN: '(';
RPAREN: ')';
COMMA: ',';
COLON: ':';
DOT: '.';
STAR: '*';

// What is inside HEX, BINARY and TIMESTAMP is checked afterwards, so that all faults are told at once.
STRING: Quoted;
HEX: 'h' Quoted;
BINARY: 'b' Quoted;
TIMESTAMP: 't' Quoted;

WHOLE: Digits;
NEGATIVE: '-' Digits;
FRACTION: '-'? Digits '.' [0-9]+;
// A plus sign, an exponent, a leading zero, a number that runs into a word: the longest match wins.
BAD_NUMBER: [+-]? [0-9] [0-9A-Za-z_.+-]*;

NAME: [A-Za-z_] [A-Za-z0-9_]*;
HYPHENATED: [A-Za-z_] [A-Za-z0-9_-]*;

// 9.1: all code points with the property White_Space
SPACE:
    [\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+ -> skip;
UNKNOWN: .;

fragment Quoted: '\'' (~['\\] | '\\' ['\\])* '\'';
fragment Digits: '0' | [1-9] [0-9]*;
