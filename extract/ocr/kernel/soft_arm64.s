#include "textflag.h"
#include "words_arm64.h"

// NUMBER fills a register with a number; R16 is used.
#define NUMBER(bits, v) \
	MOVW $bits, R16 \
	VDUP R16, v.S4

// EXPNUMBERS loads what EXP needs: V16 to V27 are 1/ln 2, ½, 1, the larger part of ln 2,
// what that is too much, the factors of the powers 7 to 2, and the excess of exponents.
#define EXPNUMBERS \
	NUMBER(0x3fb8aa3b, V16) \
	NUMBER(0x3f000000, V17) \
	NUMBER(0x3f800000, V18) \
	NUMBER(0x3f318000, V19) \
	NUMBER(0x395e8083, V20) \
	NUMBER(0x39506967, V21) \
	NUMBER(0x3ab743ce, V22) \
	NUMBER(0x3c088908, V23) \
	NUMBER(0x3d2aa9c1, V24) \
	NUMBER(0x3e2aaaaa, V25) \
	NUMBER(0x3f000000, V26) \
	NUMBER(0x0000007f, V27)

// TERM makes p·r plus a number of it, by way of q.
#define TERM(number, r, p, q) \
	VMOV  number.B16, q.B16 \
	VFMLA p.S4, r.S4, q.S4

// EXP makes n, of which d is the number, e to the x, for x from -80 to 80; x, p and q are
// used. It rounds as soft_amd64.s does.
#define EXP(x, n, d, p, q) \
	VMOV  V17.B16, n.B16      \
	VFMLA V16.S4, x.S4, n.S4  \
	FRINTM(d, d)              \
	VFMLS V19.S4, n.S4, x.S4  \
	VFMLA V20.S4, n.S4, x.S4  \
	TERM(V22, x, V21, q)      \
	TERM(V23, x, q, p)        \
	TERM(V24, x, p, q)        \
	TERM(V25, x, q, p)        \
	TERM(V26, x, p, q)        \
	TERM(V18, x, q, p)        \
	TERM(V18, x, p, q)        \
	FCVTNS(d, d)              \
	VADD  V27.S4, n.S4, n.S4  \
	VSHL  $23, n.S4, n.S4

// func top8(v *float32, n int) float32
TEXT ·top8(SB), NOSPLIT, $0-20
	MOVD v+0(FP), R0
	MOVD n+8(FP), R1
	VLD1 (R0), [V0.S4, V1.S4]

next:
	VLD1.P 32(R0), [V2.S4, V3.S4]
	FMAX(0, 0, 2)
	FMAX(1, 1, 3)
	SUBS $8, R1
	BGT  next

	FMAX(0, 0, 1)
	FMAXV(0, 0)
	FMOVS F0, ret+16(FP)
	RET

// func exp8(v *float32, n int, top float32) float32
TEXT ·exp8(SB), NOSPLIT, $0-28
	MOVD  v+0(FP), R0
	MOVD  n+8(FP), R1
	MOVWU top+16(FP), R2
	VDUP  R2, V28.S4
	EXPNUMBERS
	NUMBER(0xc1a00000, V29) // -near
	VEOR V30.B16, V30.B16, V30.B16
	VEOR V31.B16, V31.B16, V31.B16

next:
	VLD1 (R0), [V0.S4, V1.S4]
	FSUB(0, 0, 28)
	FSUB(1, 1, 28)
	FCMGE(10, 0, 29)
	FCMGE(11, 1, 29)
	FMAX(0, 0, 29)
	FMAX(1, 1, 29)
	EXP(V0, V2, 2, V4, V6)
	EXP(V1, V3, 3, V5, V7)
	FMUL(2, 2, 6)
	FMUL(3, 3, 7)
	VAND   V10.B16, V2.B16, V2.B16
	VAND   V11.B16, V3.B16, V3.B16
	FADD(30, 30, 2)
	FADD(31, 31, 3)
	VST1.P [V2.S4, V3.S4], 32(R0)
	SUBS $8, R1
	BGT  next

	FADD(0, 30, 31)
	VEXT  $8, V0.B16, V0.B16, V1.B16
	FADD(0, 0, 1)
	VDUP  V0.S[1], V1.S4
	FADDS F1, F0, F0
	FMOVS F0, ret+24(FP)
	RET

// func scale8(v *float32, n int, by float32)
TEXT ·scale8(SB), NOSPLIT, $0-20
	MOVD  v+0(FP), R0
	MOVD  n+8(FP), R1
	MOVWU by+16(FP), R2
	VDUP  R2, V2.S4

next:
	VLD1 (R0), [V0.S4, V1.S4]
	FMUL(0, 0, 2)
	FMUL(1, 1, 2)
	VST1.P [V0.S4, V1.S4], 32(R0)
	SUBS $8, R1
	BGT  next
	RET

// func swish8(v *float32, n int)
TEXT ·swish8(SB), NOSPLIT, $0-16
	MOVD v+0(FP), R0
	MOVD n+8(FP), R1
	EXPNUMBERS
	NUMBER(0x42a00000, V28) // 80
	NUMBER(0xc2a00000, V29) // -80

next:
	VLD1 (R0), [V8.S4, V9.S4]
	FNEG(0, 8)
	FNEG(1, 9)
	FMIN(0, 0, 28)
	FMIN(1, 1, 28)
	FMAX(0, 0, 29)
	FMAX(1, 1, 29)
	EXP(V0, V2, 2, V4, V6)
	EXP(V1, V3, 3, V5, V7)
	FMUL(2, 2, 6)
	FMUL(3, 3, 7)
	FADD(2, 2, 18)
	FADD(3, 3, 18)
	FDIV(8, 8, 2)
	FDIV(9, 9, 3)
	VST1.P [V8.S4, V9.S4], 32(R0)
	SUBS $8, R1
	BGT  next
	RET
