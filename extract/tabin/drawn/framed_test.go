package drawn

import (
	"strings"
	"testing"
)

func TestUnframed(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"a ruling between all rows": {`
			+------+------+
			| 名称 | 得分 |
			+======+======+
			| 新建 | 10   |
			| 管网 |      |
			+------+------+
			| 4 m  | 5    |
			| a 1  |      |
			+------+------+`, `

			| 名称 | 得分 |

			|新建管网|10*|

			|4 m a 1|5*|
			`},
		"rulings around the headings": {`
			+----+----+
			| 名 | 分 |
			+----+----+
			| 甲 | 10 |
			| 乙 | 20 |
			| 丙 | 30 |
			+----+----+`, `

			| 名 | 分 |

			| 甲 | 10 |
			| 乙 | 20 |
			| 丙 | 30 |
			`},
		"drawn characters": {`
			┌────┬────┐
			│ 名 │ 分 │
			├────┼────┤
			│ 甲 │ 10 │
			└────┴────┘`, `

			| 名 | 分 |

			| 甲 | 10 |
			`},
		"other bars end a row": {`
			+----+----+
			| 名 | 分 |
			+----+----+
			| 甲 | 10 |
			| 合计    |
			+----+----+`, `

			| 名 | 分 |

			| 甲 | 10 |
			| 合计    |
			`},
		"bars where rulings begin and end": {`
			|----+----|
			| 名 | 分 |
			|----+----|
			| 甲 | 10 |
			|----+----|`, `

			| 名 | 分 |

			| 甲 | 10 |
			`},
		"a line with bars within goes on nowhere": {`
			+----+----+
			| 名 | 分 |
			+----+----+
			| 甲 | 10 |
			乙|丙|丁|戊
			+----+----+`, `

			| 名 | 分 |

			| 甲 | 10 |
			乙|丙|丁|戊
			`},
		"one row": {`
			+----+----+
			+----+----+
			| 甲 | 10 |
			+----+----+`, `


			| 甲 | 10 |
			`},
		"two dashes are no ruling": {`
			+--+
			|1 |
			+--+
			|2 |
			+--+`, ""},
		"two rulings are none of a table": {`
			+----+
			| 名 |
			+----+`, ""},
		"a heading of Markdown is no ruling": {`
			| 名 | 分 |
			| -- | -- |
			| 1+1 | 2 |`, ""},
		"sums are no rulings": {`
			③=①+②
			----
			a+---+b`, ""},
	} {
		clean := func(s string) string { return strings.ReplaceAll(strings.TrimPrefix(s, "\n"), "\t", "") }
		got, ok := Unframed(clean(tt.text), "*")
		if want := clean(tt.want); ok != (want != "") || ok && got != want {
			t.Errorf("%s: got %v\n%q, want\n%q", name, ok, got, want)
		}
	}
}
