#include "textflag.h"

// 1/ln 2, eight times
DATA log2e<>+0(SB)/8, $0x3fb8aa3b3fb8aa3b
DATA log2e<>+8(SB)/8, $0x3fb8aa3b3fb8aa3b
DATA log2e<>+16(SB)/8, $0x3fb8aa3b3fb8aa3b
DATA log2e<>+24(SB)/8, $0x3fb8aa3b3fb8aa3b
GLOBL log2e<>(SB), RODATA|NOPTR, $32
// ½, eight times
DATA ahalf<>+0(SB)/8, $0x3f0000003f000000
DATA ahalf<>+8(SB)/8, $0x3f0000003f000000
DATA ahalf<>+16(SB)/8, $0x3f0000003f000000
DATA ahalf<>+24(SB)/8, $0x3f0000003f000000
GLOBL ahalf<>(SB), RODATA|NOPTR, $32
// 1, eight times
DATA unit<>+0(SB)/8, $0x3f8000003f800000
DATA unit<>+8(SB)/8, $0x3f8000003f800000
DATA unit<>+16(SB)/8, $0x3f8000003f800000
DATA unit<>+24(SB)/8, $0x3f8000003f800000
GLOBL unit<>(SB), RODATA|NOPTR, $32
// the larger part of ln 2, eight times
DATA ln2high<>+0(SB)/8, $0x3f3180003f318000
DATA ln2high<>+8(SB)/8, $0x3f3180003f318000
DATA ln2high<>+16(SB)/8, $0x3f3180003f318000
DATA ln2high<>+24(SB)/8, $0x3f3180003f318000
GLOBL ln2high<>(SB), RODATA|NOPTR, $32
// what that is too much, eight times
DATA ln2low<>+0(SB)/8, $0x395e8083395e8083
DATA ln2low<>+8(SB)/8, $0x395e8083395e8083
DATA ln2low<>+16(SB)/8, $0x395e8083395e8083
DATA ln2low<>+24(SB)/8, $0x395e8083395e8083
GLOBL ln2low<>(SB), RODATA|NOPTR, $32
// the factor of power 7, eight times
DATA term0<>+0(SB)/8, $0x3950696739506967
DATA term0<>+8(SB)/8, $0x3950696739506967
DATA term0<>+16(SB)/8, $0x3950696739506967
DATA term0<>+24(SB)/8, $0x3950696739506967
GLOBL term0<>(SB), RODATA|NOPTR, $32
// the factor of power 6, eight times
DATA term1<>+0(SB)/8, $0x3ab743ce3ab743ce
DATA term1<>+8(SB)/8, $0x3ab743ce3ab743ce
DATA term1<>+16(SB)/8, $0x3ab743ce3ab743ce
DATA term1<>+24(SB)/8, $0x3ab743ce3ab743ce
GLOBL term1<>(SB), RODATA|NOPTR, $32
// the factor of power 5, eight times
DATA term2<>+0(SB)/8, $0x3c0889083c088908
DATA term2<>+8(SB)/8, $0x3c0889083c088908
DATA term2<>+16(SB)/8, $0x3c0889083c088908
DATA term2<>+24(SB)/8, $0x3c0889083c088908
GLOBL term2<>(SB), RODATA|NOPTR, $32
// the factor of power 4, eight times
DATA term3<>+0(SB)/8, $0x3d2aa9c13d2aa9c1
DATA term3<>+8(SB)/8, $0x3d2aa9c13d2aa9c1
DATA term3<>+16(SB)/8, $0x3d2aa9c13d2aa9c1
DATA term3<>+24(SB)/8, $0x3d2aa9c13d2aa9c1
GLOBL term3<>(SB), RODATA|NOPTR, $32
// the factor of power 3, eight times
DATA term4<>+0(SB)/8, $0x3e2aaaaa3e2aaaaa
DATA term4<>+8(SB)/8, $0x3e2aaaaa3e2aaaaa
DATA term4<>+16(SB)/8, $0x3e2aaaaa3e2aaaaa
DATA term4<>+24(SB)/8, $0x3e2aaaaa3e2aaaaa
GLOBL term4<>(SB), RODATA|NOPTR, $32
// the factor of power 2, eight times
DATA term5<>+0(SB)/8, $0x3f0000003f000000
DATA term5<>+8(SB)/8, $0x3f0000003f000000
DATA term5<>+16(SB)/8, $0x3f0000003f000000
DATA term5<>+24(SB)/8, $0x3f0000003f000000
GLOBL term5<>(SB), RODATA|NOPTR, $32
// the excess of exponents, eight times
DATA excess<>+0(SB)/8, $0x0000007f0000007f
DATA excess<>+8(SB)/8, $0x0000007f0000007f
DATA excess<>+16(SB)/8, $0x0000007f0000007f
DATA excess<>+24(SB)/8, $0x0000007f0000007f
GLOBL excess<>(SB), RODATA|NOPTR, $32
// 80, eight times
DATA farthest<>+0(SB)/8, $0x42a0000042a00000
DATA farthest<>+8(SB)/8, $0x42a0000042a00000
DATA farthest<>+16(SB)/8, $0x42a0000042a00000
DATA farthest<>+24(SB)/8, $0x42a0000042a00000
GLOBL farthest<>(SB), RODATA|NOPTR, $32
// -80, eight times
DATA nadir<>+0(SB)/8, $0xc2a00000c2a00000
DATA nadir<>+8(SB)/8, $0xc2a00000c2a00000
DATA nadir<>+16(SB)/8, $0xc2a00000c2a00000
DATA nadir<>+24(SB)/8, $0xc2a00000c2a00000
GLOBL nadir<>(SB), RODATA|NOPTR, $32
// the sign, eight times
DATA sign<>+0(SB)/8, $0x8000000080000000
DATA sign<>+8(SB)/8, $0x8000000080000000
DATA sign<>+16(SB)/8, $0x8000000080000000
DATA sign<>+24(SB)/8, $0x8000000080000000
GLOBL sign<>(SB), RODATA|NOPTR, $32
// -near, eight times
DATA cut<>+0(SB)/8, $0xc1a00000c1a00000
DATA cut<>+8(SB)/8, $0xc1a00000c1a00000
DATA cut<>+16(SB)/8, $0xc1a00000c1a00000
DATA cut<>+24(SB)/8, $0xc1a00000c1a00000
GLOBL cut<>(SB), RODATA|NOPTR, $32

// EXP makes Y1 e to the Y0, for Y0 from -80 to 80; Y2 and Y3 are used.
#define EXP \
	VMOVUPS      ahalf<>(SB), Y1       \
	VFMADD231PS  log2e<>(SB), Y0, Y1   \
	VROUNDPS     $1, Y1, Y1            \
	VMOVAPS      Y0, Y2                \
	VFNMADD231PS ln2high<>(SB), Y1, Y2 \
	VFMADD231PS  ln2low<>(SB), Y1, Y2  \
	VMOVUPS      term0<>(SB), Y3       \
	VFMADD213PS  term1<>(SB), Y2, Y3   \
	VFMADD213PS  term2<>(SB), Y2, Y3   \
	VFMADD213PS  term3<>(SB), Y2, Y3   \
	VFMADD213PS  term4<>(SB), Y2, Y3   \
	VFMADD213PS  term5<>(SB), Y2, Y3   \
	VFMADD213PS  unit<>(SB), Y2, Y3    \
	VFMADD213PS  unit<>(SB), Y2, Y3    \
	VCVTPS2DQ    Y1, Y1                \
	VPADDD       excess<>(SB), Y1, Y1  \
	VPSLLD       $23, Y1, Y1           \
	VMULPS       Y3, Y1, Y1

// func top8(v *float32, n int) float32
TEXT ·top8(SB), NOSPLIT, $0-20
	MOVQ v+0(FP), AX
	MOVQ n+8(FP), CX
	VMOVUPS (AX), Y0

next:
	VMAXPS (AX), Y0, Y0
	ADDQ $32, AX
	SUBQ $8, CX
	JGT  next

	VEXTRACTF128 $1, Y0, X1
	VMAXPS       X1, X0, X0
	VPSHUFD      $0x4e, X0, X1
	VMAXPS       X1, X0, X0
	VPSHUFD      $0xb1, X0, X1
	VMAXPS       X1, X0, X0
	VMOVSS       X0, ret+16(FP)
	VZEROUPPER
	RET

// func exp8(v *float32, n int, top float32) float32
TEXT ·exp8(SB), NOSPLIT, $0-28
	MOVQ v+0(FP), AX
	MOVQ n+8(FP), CX
	VBROADCASTSS top+16(FP), Y6
	VXORPS Y5, Y5, Y5

next:
	VMOVUPS (AX), Y0
	VSUBPS  Y6, Y0, Y0
	VCMPPS  $13, cut<>(SB), Y0, Y4 // not below
	VMAXPS  cut<>(SB), Y0, Y0
	EXP
	VANDPS  Y4, Y1, Y1
	VADDPS  Y1, Y5, Y5
	VMOVUPS Y1, (AX)
	ADDQ $32, AX
	SUBQ $8, CX
	JGT  next

	VEXTRACTF128 $1, Y5, X1
	VADDPS       X1, X5, X5
	VPSHUFD      $0x4e, X5, X1
	VADDPS       X1, X5, X5
	VPSHUFD      $0xb1, X5, X1
	VADDPS       X1, X5, X5
	VMOVSS       X5, ret+24(FP)
	VZEROUPPER
	RET

// func scale8(v *float32, n int, by float32)
TEXT ·scale8(SB), NOSPLIT, $0-20
	MOVQ v+0(FP), AX
	MOVQ n+8(FP), CX
	VBROADCASTSS by+16(FP), Y1

next:
	VMULPS  (AX), Y1, Y0
	VMOVUPS Y0, (AX)
	ADDQ $32, AX
	SUBQ $8, CX
	JGT  next
	VZEROUPPER
	RET

// func swish8(v *float32, n int)
TEXT ·swish8(SB), NOSPLIT, $0-16
	MOVQ v+0(FP), AX
	MOVQ n+8(FP), CX

next:
	VMOVUPS (AX), Y4
	VXORPS  sign<>(SB), Y4, Y0
	VMINPS  farthest<>(SB), Y0, Y0
	VMAXPS  nadir<>(SB), Y0, Y0
	EXP
	VADDPS  unit<>(SB), Y1, Y1
	VDIVPS  Y1, Y4, Y4
	VMOVUPS Y4, (AX)
	ADDQ $32, AX
	SUBQ $8, CX
	JGT  next
	VZEROUPPER
	RET
