package scan

// A punch hole or a blot that lies over a ruling reaches into the cells beside it. Strokes
// of a character touch a ruling in few dots; what goes on from it over a good part of a
// character, and is filled, is none.

// filled is the share of a blot's box that is ink.
const filled = 0.6

// blots paints paper over what lies over the rulings around a region and is no character.
func (c *cutting) blots() {
	d, img := c.desk, c.img
	dark := uint8(255 - 0.5*d.dark)
	reach, least := max(4, int(deep*d.em*d.step)), int(d.em*d.step/2)
	for _, line := range c.sides {
		run := 0
		for _, p := range line {
			if !goesOn(img, p, reach, dark) {
				run = 0
				continue
			}
			if run++; run == least {
				c.clearBlot(p.x, p.y)
			}
		}
	}
}

// clearBlot paints paper over the ink at a dot if it is filled.
func (c *cutting) clearBlot(x, y int) {
	w, h, light := c.img.W, c.img.H, c.light()
	seen := map[int]bool{y*w + x: true}
	todo := []int{y*w + x}
	x0, y0, x1, y1 := x, y, x, y
	for k := 0; k < len(todo); k++ {
		x, y := todo[k]%w, todo[k]/w
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		for v := max(0, y-1); v <= min(h-1, y+1); v++ {
			for u := max(0, x-1); u <= min(w-1, x+1); u++ {
				if i := v*w + u; !seen[i] && c.img.Pix[i] < light {
					seen[i] = true
					todo = append(todo, i)
				}
			}
		}
	}
	if float64(len(todo)) < filled*float64((x1-x0+1)*(y1-y0+1)) {
		return
	}
	for _, i := range todo {
		c.img.Pix[i] = 255
	}
}
