package tone

// Even is a page each dot of which is the mean of those around it, near ones first: chance
// makes dots dark one by one, what is drawn makes them dark together.
func (k *Ink) Even() *Ink {
	e := *k
	e.D = make([]uint8, len(k.D))
	row := make([]int, k.W)
	for y := range k.H {
		above, here, below := k.D[max(0, y-1)*k.W:], k.D[y*k.W:], k.D[min(k.H-1, y+1)*k.W:]
		for x := range row {
			row[x] = int(above[x]) + 2*int(here[x]) + int(below[x])
		}
		line := e.D[y*k.W : (y+1)*k.W]
		for x := range line {
			line[x] = uint8((row[max(0, x-1)] + 2*row[x] + row[min(k.W-1, x+1)] + 8) / 16)
		}
	}
	return &e
}
