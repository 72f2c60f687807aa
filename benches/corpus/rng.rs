//! A seeded random number generator: the same numbers on every machine.

/// SplitMix64.
pub struct SeededRng(u64);

impl SeededRng {
    pub fn new(seed: u64) -> Self {
        SeededRng(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x005e_ed0f_7e27)
    }

    /// A number from 0 up to but without `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    pub fn choose<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    /// Some of the first ones far more often than the last: words are used like that.
    pub fn choose_by_rank<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let span = 1 + self.below(from.len());
        from[self.below(span)]
    }

    /// So many different ones, in their order.
    pub fn choose_several<'a>(&mut self, from: &[&'a str], many: usize) -> Vec<&'a str> {
        let mut chosen: Vec<&str> = Vec::new();
        while chosen.len() < many {
            let one = self.choose(from);
            if !chosen.contains(&one) {
                chosen.push(one);
            }
        }
        chosen.sort_unstable();
        chosen
    }
}
