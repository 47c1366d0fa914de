package cff

import (
	"fmt"
	"testing"
)

// n is a small number of a charstring.
func n(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = append(out, byte(v+139))
	}
	return out
}

func code(parts ...[]byte) []byte {
	var out []byte
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func op(b ...byte) []byte { return b }

// Each charstring and the places that its path goes through.
func TestOutline(t *testing.T) {
	end := op(14)
	for name, c := range map[string]struct {
		code []byte
		want string
	}{
		"move with a width":  {code(n(50, 10, 20), op(21), end), "M10,20"},
		"down and across":    {code(n(5), op(4), n(7), op(22), end), "M0,5 M7,5"},
		"lines":              {code(n(1, 1), op(21), n(2, 3, 4, 5), op(5), end), "M1,1 L3,4 L7,9"},
		"lines in turn":      {code(n(0), op(4), n(2, 3, 4), op(6), n(1, 1), op(7), end), "M0,0 L2,0 L2,3 L6,3 L6,4 L7,4"},
		"curve":              {code(n(0), op(4), n(1, 2, 3, 4, 5, 6), op(8), end), "M0,0 C1,2;4,6;9,12"},
		"curve and line":     {code(n(0), op(4), n(1, 2, 3, 4, 5, 6, 1, 1), op(24), end), "M0,0 C1,2;4,6;9,12 L10,13"},
		"line and curve":     {code(n(0), op(4), n(1, 1, 1, 2, 3, 4, 5, 6), op(25), end), "M0,0 L1,1 C2,3;5,7;10,13"},
		"along, down":        {code(n(0), op(4), n(9, 1, 2, 3, 4), op(26), end), "M0,0 C9,1;11,4;11,8"},
		"along, across":      {code(n(0), op(4), n(9, 1, 2, 3, 4), op(27), end), "M0,0 C1,9;3,12;7,12"},
		"around":             {code(n(0), op(4), n(1, 2, 3, 4), op(31), n(1, 2, 3, 4, 5), op(30), end), "M0,0 C1,0;3,3;3,7 C3,8;5,11;9,16"},
		"hflex":              {code(n(0), op(4), n(1, 2, 3, 4, 5, 6, 7), op(12, 34), end), "M0,0 C1,0;3,3;7,3 C12,3;18,0;25,0"},
		"flex":               {code(n(0), op(4), n(1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3, 50), op(12, 35), end), "M0,0 C1,1;3,3;6,6 C7,7;9,9;12,12"},
		"hflex1":             {code(n(0), op(4), n(1, 1, 2, 2, 3, 4, 5, 6, 7), op(12, 36), end), "M0,0 C1,1;3,3;6,3 C10,3;15,9;22,0"},
		"flex1 across":       {code(n(0), op(4), n(9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9), op(12, 37), end), "M0,0 C9,1;18,2;27,3 C36,4;45,5;54,0"},
		"flex1 down":         {code(n(0), op(4), n(1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 9), op(12, 37), end), "M0,0 C1,9;2,18;3,27 C4,36;5,45;0,54"},
		"hints and a mask":   {code(n(40, 1, 2), op(18), n(3, 4), op(19, 0xc0), n(6), op(22), end), "M6,0"},
		"subroutines":        {code(n(3-107), op(10), n(0-107), op(29), end), "M2,0 L3,3"},
		"longer numbers":     {code(op(247, 0, 28, 0xff, 0x00), op(21), op(251, 0), op(255, 0, 1, 0x80, 0), op(5), end), "M108,-256 L0,-254.5"},
		"nothing behind end": {code(n(1), op(4), end, n(1), op(4)), "M0,1"},
	} {
		f := &Font{chars: [][]byte{c.code}, global: [][]byte{code(n(1, 3), op(5, 11))}, local: [][][]byte{{nil, nil, nil, code(n(2), op(22, 11))}}}
		path, err := f.Outline(0)
		if got := shown(path); err != nil || got != c.want {
			t.Errorf("%s: got %s (%v), want %s", name, got, err, c.want)
		}
	}
}

func shown(path []Step) string {
	s := ""
	for _, x := range path {
		if s != "" {
			s += " "
		}
		switch x.Op {
		case Move:
			s += fmt.Sprintf("M%g,%g", x.P[0][0], x.P[0][1])
		case Line:
			s += fmt.Sprintf("L%g,%g", x.P[0][0], x.P[0][1])
		case Curve:
			s += fmt.Sprintf("C%g,%g;%g,%g;%g,%g", x.P[0][0], x.P[0][1], x.P[1][0], x.P[1][1], x.P[2][0], x.P[2][1])
		}
	}
	return s
}

func TestBadFonts(t *testing.T) {
	for _, data := range [][]byte{nil, {1}, {1, 0, 4, 1, 0, 1, 1, 1, 9}} {
		if _, err := Parse(data); err == nil {
			t.Errorf("% x was taken for a font", data)
		}
	}
	f := &Font{chars: [][]byte{op(4), code(n(-107), op(29)), op(2)}, global: [][]byte{code(n(-107), op(29))}, local: [][][]byte{nil}}
	for i := range 4 {
		if _, err := f.Outline(i); err == nil {
			t.Errorf("glyph %d has an outline", i)
		}
	}
}
