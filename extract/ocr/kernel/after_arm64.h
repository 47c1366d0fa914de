// What may follow a sum, for the files of assembly that include this one and
// words_arm64.h.

// RELU is ReLU for a register; V3 is 0.
#define RELU(d) \
	FMAX(d, d, 3)

// SWISH is HardSwish for a register; V0 to V5 are 1/6, ½, 1, 0, the scale and the shift,
// V7 is used. It rounds as After.of does.
#define SWISH(d) \
	FMUL(7, d, 0) \
	FADD(7, 7, 1) \
	FMAX(7, 7, 3) \
	FMIN(7, 7, 2) \
	FMUL(d, d, 7) \
	FMUL(d, d, 4) \
	FADD(d, d, 5)

// SWISHNUMBERS loads what SWISH needs besides scale and shift; R16 is used.
#define SWISHNUMBERS \
	MOVW $0x3e2aaaab, R16 \
	VDUP R16, V0.S4       \
	MOVW $0x3f000000, R16 \
	VDUP R16, V1.S4       \
	MOVW $0x3f800000, R16 \
	VDUP R16, V2.S4       \
	VEOR V3.B16, V3.B16, V3.B16

// EACH24 and EACH16 do something to the registers of sums of a tile and of pixels.
#define EACH24(do) \
	EACH16(do) \
	do(24) \
	do(25) \
	do(26) \
	do(27) \
	do(28) \
	do(29) \
	do(30) \
	do(31)

#define EACH16(do) \
	do(8) \
	do(9) \
	do(10) \
	do(11) \
	do(12) \
	do(13) \
	do(14) \
	do(15) \
	do(16) \
	do(17) \
	do(18) \
	do(19) \
	do(20) \
	do(21) \
	do(22) \
	do(23)
