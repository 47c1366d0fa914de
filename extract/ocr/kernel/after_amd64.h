// What may follow a sum, for the files of assembly that include this one.

// ½, eight times
DATA half<>+0(SB)/8, $0x3f0000003f000000
DATA half<>+8(SB)/8, $0x3f0000003f000000
DATA half<>+16(SB)/8, $0x3f0000003f000000
DATA half<>+24(SB)/8, $0x3f0000003f000000
GLOBL half<>(SB), RODATA|NOPTR, $32
// 1, eight times
DATA one<>+0(SB)/8, $0x3f8000003f800000
DATA one<>+8(SB)/8, $0x3f8000003f800000
DATA one<>+16(SB)/8, $0x3f8000003f800000
DATA one<>+24(SB)/8, $0x3f8000003f800000
GLOBL one<>(SB), RODATA|NOPTR, $32
// 1/6, eight times
DATA sixth<>+0(SB)/8, $0x3e2aaaab3e2aaaab
DATA sixth<>+8(SB)/8, $0x3e2aaaab3e2aaaab
DATA sixth<>+16(SB)/8, $0x3e2aaaab3e2aaaab
DATA sixth<>+24(SB)/8, $0x3e2aaaab3e2aaaab
GLOBL sixth<>(SB), RODATA|NOPTR, $32
// 0, eight times
DATA zero<>+0(SB)/8, $0
DATA zero<>+8(SB)/8, $0
DATA zero<>+16(SB)/8, $0
DATA zero<>+24(SB)/8, $0
GLOBL zero<>(SB), RODATA|NOPTR, $32

// RELU is ReLU for a register; Y15 is 0.
#define RELU(y) \
	VMAXPS Y15, y, y

// SWISH is HardSwish for a register; Y12 to Y14 are 1/6, the scale and the shift. It
// rounds as After.of does.
#define SWISH(y) \
	VMULPS Y12, y, Y15          \
	VADDPS half<>(SB), Y15, Y15 \
	VMAXPS zero<>(SB), Y15, Y15 \
	VMINPS one<>(SB), Y15, Y15  \
	VMULPS Y15, y, y            \
	VMULPS Y13, y, y            \
	VADDPS Y14, y, y

// SWISH512 is SWISH for the wider registers; Z24 to Z29 are 1/6, ½, 1, 0, the scale and
// the shift.
#define SWISH512(z) \
	VMULPS Z24, z, Z30   \
	VADDPS Z25, Z30, Z30 \
	VMAXPS Z27, Z30, Z30 \
	VMINPS Z26, Z30, Z30 \
	VMULPS Z30, z, z     \
	VMULPS Z28, z, z     \
	VADDPS Z29, z, z
