package kernel

func (t *tile) fast(level) { fixed6(t) }
