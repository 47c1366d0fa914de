package kernel

// mostTaps is the most weights a Depthwise has for a channel.
const mostTaps = 25

// Depthwise is a convolution of a picture in which each channel is taken by itself.
// Pictures lie row by row, pixel by pixel, all channels of a pixel together. It is not
// changed by use and is safe for several goroutines.
type Depthwise struct {
	high, wide, channels int
	// w is 16 channels at a time, weight by weight.
	w     []float32
	bias  []float32
	after After
	level level
}

// PackDepthwise lays out weights, high × wide × channels; bias has a number for each
// channel. It panics if channels are not a multiple of 16 or the numbers do not fit.
func PackDepthwise(high, wideWindow, channels int, w, bias []float32, after After) *Depthwise {
	taps := high * wideWindow
	if channels%wide != 0 || taps < 1 || taps > mostTaps || len(w) != taps*channels || len(bias) != channels {
		panic("kernel: weights of a depthwise convolution do not fit")
	}
	d := &Depthwise{high: high, wide: wideWindow, channels: channels, bias: bias, after: after.settled(), level: best}
	d.w = make([]float32, len(w))
	for t := range taps {
		for c, v := range w[t*channels : (t+1)*channels] {
			d.w[(c/wide*taps+t)*wide+c%wide] = v
		}
	}
	return d
}

// Shape is how src and dst of a convolution lie. Window y, x begins down*y rows and
// right*x pixels after src[0]; Line is the distance of rows of src in numbers.
type Shape struct {
	Rows, Pixels int // of dst
	Line         int
	Down, Right  int
}

// Apply overwrites dst, Rows × Pixels × channels. Whoever wants a frame of zeros
// around src puts it there. It panics if dst or src is too short.
func (d *Depthwise) Apply(dst, src []float32, s Shape) {
	if s.Rows <= 0 || s.Pixels <= 0 {
		return
	}
	if s.Line < 0 || s.Down < 0 || s.Right < 0 {
		panic("kernel: a picture does not run backwards")
	}
	row := s.Pixels * d.channels
	dst = dst[:s.Rows*row]
	src = src[:((s.Rows-1)*s.Down+d.high-1)*s.Line+((s.Pixels-1)*s.Right+d.wide)*d.channels]
	var offsets [mostTaps]int
	for y := range d.high {
		for x := range d.wide {
			offsets[y*d.wide+x] = y*s.Line + x*d.channels
		}
	}
	taps := d.high * d.wide
	for c := 0; c < d.channels; c += wide {
		w, bias := d.w[c*taps:(c+wide)*taps], d.bias[c:c+wide]
		for y := range s.Rows {
			out, in := dst[y*row+c:], src[y*s.Down*s.Line+c:]
			depthRow(d.level, out, in, w, bias, offsets[:taps], d.wide, s.Right*d.channels, d.channels, s.Pixels, d.after)
		}
	}
}

// depthPlain computes 16 channels of a row of pixels, and of short rows beside assembly.
// It rounds each step, as not all processors would.
func depthPlain(dst, src, w, bias []float32, offsets []int, step, skip, pixels int, after After) {
	for x := range pixels {
		out, in := dst[x*skip:x*skip+wide], src[x*step:]
		for c := 0; c < wide; c += 4 {
			b := bias[c : c+4]
			s0, s1, s2, s3 := b[0], b[1], b[2], b[3]
			for t, o := range offsets {
				v, f := in[o+c:o+c+4], w[t*wide+c:t*wide+c+4]
				s0 += float32(v[0] * f[0])
				s1 += float32(v[1] * f[1])
				s2 += float32(v[2] * f[2])
				s3 += float32(v[3] * f[3])
			}
			out[c], out[c+1], out[c+2], out[c+3] = after.of(s0), after.of(s1), after.of(s2), after.of(s3)
		}
	}
}
