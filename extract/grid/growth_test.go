package grid

import (
	"fmt"
	"math"
	"runtime"
	"testing"

	"ziping/extract"
)

// shapes are pages that grow in one way each: what a drawing, a scan or a hostile
// file may be full of.
var growing = []struct {
	name string
	size int // of the smallest
	make func(n int) []Page
}{
	{"bars", 1_000, func(n int) []Page { // horizontal rulings of one length, a text between each two
		p := newSparse(n)
		for k := range n {
			y := float64(10 + 20*k)
			p.Rules = append(p.Rules, ruling(50, y, 550, y))
			p.write("字", 60, y+5)
		}
		return []Page{p.Page}
	}},
	{"bars of all lengths", 1_500, func(n int) []Page {
		p := newSparse(n)
		for k := range n {
			y := float64(10 + 20*k)
			p.Rules = append(p.Rules, ruling(50+float64(7*k%1999)/4, y, 1050+float64(11*k%997), y))
		}
		return []Page{p.Page}
	}},
	{"pairs of bars", 1_000, func(n int) []Page { // each two of a length of their own
		p := newSparse(n)
		for k := range n {
			y := float64(10 + 20*k)
			p.Rules = append(p.Rules, ruling(50, y, 500+10*float64(k/2), y))
			p.write("字", 60, y+5)
		}
		return []Page{p.Page}
	}},
	{"uprights", 1_000, func(n int) []Page {
		p := newSparse(n)
		for k := range n {
			x := float64(10 + 20*k)
			p.Rules = append(p.Rules, ruling(x, 50, x, 500))
		}
		return []Page{p.Page}
	}},
	{"ruled rows", 250, func(n int) []Page {
		p := newSparse(n)
		for k := range n {
			p.row(float64(10+20*k), 20, 4, 100, "字")
		}
		return []Page{p.Page}
	}},
	{"ruled columns", 250, func(n int) []Page {
		p := newSparse(n)
		for k := range 4 {
			p.row(float64(10+20*k), 20, n, 30, "字")
		}
		return []Page{p.Page}
	}},
	{"ruled tables", 250, func(n int) []Page {
		p := newSparse(n)
		for k := range n {
			p.row(float64(10+60*k), 20, 2, 100, "字")
			p.row(float64(30+60*k), 20, 2, 100, "字")
		}
		return []Page{p.Page}
	}},
	{"prose", 5_000, func(n int) []Page {
		p := newSparse(n)
		for k := range n / 50 {
			p.write(times("字", 50), 50, float64(10+15*k))
		}
		return []Page{p.Page}
	}},
	{"prose in a cell", 5_000, func(n int) []Page {
		p := newSparse(n)
		p.row(5, float64(20+15*n/50), 2, 600, "")
		for k := range n / 50 {
			p.write(times("字", 50), 60, float64(10+15*k))
		}
		return []Page{p.Page}
	}},
	{"one line", 1_000, func(n int) []Page {
		p := newSparse(n)
		p.write(times("字", n), 50, 10)
		return []Page{p.Page}
	}},
	{"words of a row", 500, func(n int) []Page {
		p := newSparse(n)
		for r := range 4 {
			for k := range n {
				p.write("12", 50+40*float64(k), float64(10+15*r))
			}
		}
		return []Page{p.Page}
	}},
	{"rows of words", 500, func(n int) []Page {
		p := newSparse(n)
		for r := range n {
			for k := range 4 {
				p.write("修桥", 50+60*float64(k), float64(10+25*r))
			}
		}
		return []Page{p.Page}
	}},
	{"labels beside rows", 500, func(n int) []Page {
		p := newSparse(n)
		for r := range n {
			if r%5 == 2 {
				p.write("产出指标", 50, float64(10+25*r))
			}
			p.write("修桥", 150, float64(10+25*r))
			p.write("12", 250, float64(10+25*r))
			p.write("98.5%", 350, float64(10+25*r))
		}
		return []Page{p.Page}
	}},
	{"bars with columns", 500, func(n int) []Page {
		p := newSparse(n)
		for r := range n {
			y := float64(10 + 25*r)
			p.Rules = append(p.Rules, ruling(40, y-5, 640, y-5))
			for k := range 4 {
				p.write("修桥", 50+150*float64(k), y)
			}
		}
		return []Page{p.Page}
	}},
	{"words over each other", 2_000, func(n int) []Page {
		p := newSparse(n)
		for k := range n {
			p.write("387500.00", 50+float64(40*(k%10)), float64(10+20*(k/10)))
			for i := range 9 {
				p.Glyphs[len(p.Glyphs)-1-i].Run = k + 1
			}
		}
		return []Page{p.Page}
	}},
	{"all in one place", 2_000, func(n int) []Page {
		p := newSparse(n)
		for range n {
			p.write("字", 50, 10)
		}
		return []Page{p.Page}
	}},
	{"underlined words", 500, func(n int) []Page {
		p := newSparse(n)
		for k := range n {
			y := float64(10 + 20*k)
			p.write("修桥修路", 50, y)
			p.Rules = append(p.Rules, ruling(50, y+10, 90, y+10))
		}
		return []Page{p.Page}
	}},
	{"boxes to be ticked", 250, func(n int) []Page {
		p := newSparse(n)
		for k := range n {
			x, y := 50+float64(20*(k%20)), float64(10+20*(k/20))
			p.Rules = append(p.Rules, ruling(x, y, x+8, y), ruling(x, y+8, x+8, y+8), ruling(x, y, x, y+8), ruling(x+8, y, x+8, y+8))
			p.write("是", x+9, y)
		}
		return []Page{p.Page}
	}},
	{"lone texts over columns", 250, func(n int) []Page {
		p := newSparse(n)
		for r := range 12 {
			for k := range n {
				if y := float64(10 + 25*r); r%2 == 0 {
					p.write("12", 50+40*float64(k), y)
				} else if k == n/2 {
					p.write("其中各项", 50+40*float64(k), y)
				}
			}
		}
		return []Page{p.Page}
	}},
	{"ruled tables side by side", 100, func(n int) []Page {
		p := newSparse(n)
		for k := range n {
			for r := range 4 {
				for c := range 2 {
					x, y := 50+70*float64(k)+30*float64(c), float64(10+20*r)
					p.Rules = append(p.Rules, ruling(x, y, x+30, y), ruling(x, y+20, x+30, y+20), ruling(x, y, x, y+20), ruling(x+30, y, x+30, y+20))
					p.write("字", x+5, y+5)
				}
			}
		}
		return []Page{p.Page}
	}},
	{"places of steps", 1_600, func(n int) []Page { // cells like stairs, one in the other
		n = int(math.Sqrt(float64(n)))
		p := newSparse(n)
		for k := range n {
			a, b := float64(20*k), float64(20*n)
			p.Rules = append(p.Rules, ruling(50+a, 10+a, 50+b, 10+a), ruling(50+a, 10+a, 50+a, 10+b))
		}
		p.Rules = append(p.Rules, ruling(50, 10+20*float64(n), 50+20*float64(n), 10+20*float64(n)), ruling(50+20*float64(n), 10, 50+20*float64(n), 10+20*float64(n)))
		p.write("字", 55, 15)
		return []Page{p.Page}
	}},
	{"labels over many bars", 100, func(n int) []Page {
		p := newSparse(n)
		for r := range n {
			y := float64(10 + 25*r)
			for c := range 4 {
				if c%2 == 0 {
					p.Rules = append(p.Rules, ruling(50+200*float64(c), y, 250+200*float64(c), y))
				}
				p.write("修桥", 100+200*float64(c), y+5)
			}
		}
		p.Rules = append(p.Rules, ruling(50, 5, 850, 5), ruling(50, 10+25*float64(n), 850, 10+25*float64(n)))
		return []Page{p.Page}
	}},
	{"two columns of prose", 5_000, func(n int) []Page {
		p := newSparse(n)
		for k := range n / 50 {
			p.write(times("字", 25), 50, float64(10+15*k))
			p.write(times("字", 25), 303, float64(10+15*k))
		}
		return []Page{p.Page}
	}},
	{"words over a ruling", 250, func(n int) []Page {
		p := newSparse(n)
		p.row(5, float64(20+15*n), 2, 100, "")
		for k := range n {
			p.write("各级财政资金到位", 120, float64(10+15*k))
		}
		return []Page{p.Page}
	}},
	{"pages of a table", 10, func(n int) []Page {
		var pages []Page
		for k := range n {
			p := newSparse(40)
			for r := range 30 {
				p.row(float64(50+20*r), 20, 4, 100, fmt.Sprint(k, "-", r))
			}
			p.Number = k + 1
			pages = append(pages, p.Page)
		}
		return pages
	}},
	{"pages without rulings", 10, func(n int) []Page {
		var pages []Page
		for k := range n {
			p := newSparse(40)
			for r := range 30 {
				for c := range 4 {
					p.write("修桥", 50+60*float64(c), float64(50+25*r))
				}
			}
			p.Number = k + 1
			pages = append(pages, p.Page)
		}
		return pages
	}},
}

// sparse is a page as large as what is put on it.
type sparse struct{ Page }

func newSparse(n int) *sparse {
	return &sparse{Page{Number: 1, Width: 595, Height: max(842, 30*float64(n))}}
}

func (p *sparse) write(text string, x, y float64) {
	for _, r := range text {
		w := 10.0
		if r < 0x2000 {
			w = 5
		}
		p.Glyphs = append(p.Glyphs, Glyph{Text: string(r), Size: 10, Box: extract.Box{x, y, x + w, y + 10}})
		x += w
	}
}

// row draws a row of ruled cells.
func (p *sparse) row(y, high float64, cols int, wide float64, text string) {
	for c := range cols {
		x := 50 + wide*float64(c)
		p.Rules = append(p.Rules, ruling(x, y, x+wide, y), ruling(x, y+high, x+wide, y+high), ruling(x, y, x, y+high), ruling(x+wide, y, x+wide, y+high))
		p.write(text, x+5, y+5)
	}
}

func times(s string, n int) string {
	out := ""
	for range n {
		out += s
	}
	return out
}

// BenchmarkGrowth shows how the time grows with what stands on a page: four times
// as much may take little more than four times as long.
func BenchmarkGrowth(b *testing.B) {
	for _, g := range growing {
		for _, k := range []int{1, 2, 4} {
			pages := g.make(k * g.size)
			b.Run(fmt.Sprintf("%s/%d", g.name, k), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					Find(pages, Options{})
				}
			})
		}
	}
}

// TestGrowth: what is allocated grows little faster than what stands on a page. Work
// that allocates nothing is seen by the benchmark alone, which asks for nothing: time
// on a loaded machine says little.
func TestGrowth(t *testing.T) {
	const most = 9 // times, for four times as much
	for _, g := range growing {
		one, four := g.make(g.size), g.make(4*g.size)
		Find(one, Options{}) // what is made once for all
		a, b := allocated(one), allocated(four)
		if b > most*a {
			t.Errorf("%s: got %d bytes for %d, %d for four times as much", g.name, a, g.size, b)
		}
	}
}

// allocated is the number of bytes that reading pages allocates.
func allocated(pages []Page) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Find(pages, Options{})
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
